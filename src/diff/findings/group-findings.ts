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
export interface Finding {
  readonly rule: RuleMeta;
  readonly value: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly shape?: string;
  /** Findings with equal groups are one change. */
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

/** Joins findings into changes, sorted by kind and first place. */
export function groupFindings(service: string, findings: readonly Finding[]): readonly Change[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule.id}\n${finding.value}\n${finding.group}\n${canonicalJson([finding.before ?? null, finding.after ?? null])}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
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

function seal(service: string, group: readonly Finding[]): Change {
  const [one] = group as [Finding];
  const places = new Map<string, Place>();
  let severity: Severity = 'docs';
  let unlisted = 0;
  for (const finding of group) {
    const place: Place = {
      operation: finding.operation,
      direction: finding.direction,
      path: finding.path,
      severity: severityOf(finding.rule, finding.direction),
      ...(finding.old === undefined ? {} : { old: finding.old }),
      ...(finding.new === undefined ? {} : { new: finding.new }),
    };
    severity = worse(severity, place.severity);
    unlisted = Math.max(unlisted, finding.unlisted ?? 0);
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
