/** Makes changes out of findings: one for each thing that changed, with all its places, its severity and its key. */
import { createHash } from 'node:crypto';
import {
  type Audience,
  type Change,
  canonicalJson,
  type Direction,
  type Json,
  type Place,
  type Position,
  type Severity,
  worse,
} from '../../model/index.ts';
import type { RuleMeta } from '../rule.ts';

/** One finding at one place, ready to be joined with others like it. */
export interface Sighting {
  readonly rule: RuleMeta;
  readonly value: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly shape?: string;
  /** Sightings with equal groups are one change. */
  readonly group: string;
  readonly operation: string | null;
  readonly direction: Direction | null;
  readonly path: string;
  readonly old?: Position;
  readonly new?: Position;
  readonly unlisted?: number;
}

/** How bad a rule's finding is in a direction. */
export function severityOf(rule: RuleMeta, direction: Direction | null): Severity {
  if (typeof rule.severity === 'string') return rule.severity;
  return rule.severity[direction ?? 'request'];
}

/** Joins sightings into changes, sorted by kind and first place. */
export function sealChanges(service: string, sightings: readonly Sighting[]): readonly Change[] {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const key = `${sighting.rule.id}\n${sighting.value}\n${sighting.group}\n${canonicalJson([sighting.before ?? null, sighting.after ?? null])}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sighting]);
    else group.push(sighting);
  }
  return [...groups.values()].map((group) => seal(service, group)).sort(byKindAndPlace);
}

/** The permanent short name of a change: made from what changed and where, never from wording or release. */
export function changeKey(
  service: string,
  kind: string,
  value: string,
  first: Pick<Place, 'operation' | 'direction' | 'path'>,
): string {
  return createHash('sha256')
    .update([service, kind, first.operation ?? '', first.direction ?? '', first.path, value].join('\n'))
    .digest('hex')
    .slice(0, 12);
}

function seal(service: string, group: readonly Sighting[]): Change {
  const [one] = group as [Sighting];
  const places = new Map<string, Place>();
  let severity: Severity = 'docs';
  let unlisted = 0;
  for (const sighting of group) {
    const place: Place = {
      operation: sighting.operation,
      direction: sighting.direction,
      path: sighting.path,
      severity: severityOf(sighting.rule, sighting.direction),
      ...(sighting.old === undefined ? {} : { old: sighting.old }),
      ...(sighting.new === undefined ? {} : { new: sighting.new }),
    };
    severity = worse(severity, place.severity);
    unlisted = Math.max(unlisted, sighting.unlisted ?? 0);
    places.set(`${place.operation ?? ''}\n${place.direction ?? ''}\n${place.path}`, place);
  }
  const sorted = [...places.values()].sort(byPlace);
  const audience: Audience = one.rule.audience;
  return {
    service,
    kind: one.rule.id,
    value: one.value,
    ...(one.shape === undefined ? {} : { shape: one.shape }),
    ...(one.before === undefined ? {} : { before: one.before }),
    ...(one.after === undefined ? {} : { after: one.after }),
    severity,
    audience,
    key: changeKey(service, one.rule.id, one.value, sorted[0] as Place),
    places: sorted,
    ...(unlisted > 0 ? { unlisted } : {}),
  };
}

function byPlace(a: Place, b: Place): number {
  return (
    compare(a.operation ?? '', b.operation ?? '') ||
    compare(a.direction ?? '', b.direction ?? '') ||
    compare(a.path, b.path)
  );
}

function byKindAndPlace(a: Change, b: Change): number {
  return compare(a.kind, b.kind) || byPlace(a.places[0] as Place, b.places[0] as Place) || compare(a.value, b.value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
