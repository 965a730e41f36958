/** Makes changes from findings: one change with all its places, its severity and its key. */
import {
  type Change,
  canonicalJson,
  type Direction,
  type NoEffect,
  type Place,
  parentPath,
  type Severity,
  worse,
} from '../../model/index.ts';
import type { RuleMeta } from '../rule.ts';
import type { PlacedFinding } from './finding.ts';

/** The severity of a rule's finding in a direction. */
export function severityOf(rule: RuleMeta, direction: Direction | null): Severity {
  if (typeof rule.severity === 'string') return rule.severity;
  return rule.severity[direction ?? 'request'];
}

/** Makes the short name of a change from what changed, and its first place. */
export type KeyOf = (
  service: string,
  kind: string,
  value: string,
  first: Pick<Place, 'operation' | 'direction' | 'path'>,
) => string;

/** Joins findings into changes, sorted by kind and first place. Findings of rules without effect are left out. */
export function groupFindings(service: string, findings: readonly PlacedFinding[], keyOf: KeyOf): readonly Change[] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const { rule, match, group } = finding;
    if (reasonOf(finding) !== undefined) continue;
    const key = `${rule.id}\n${rule.audience}\n${match.value ?? ''}\n${group}\n${canonicalJson([match.before ?? null, match.after ?? null, match.details ?? null])}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [finding]);
    else known.push(finding);
  }
  return [...groups.values()].map((group) => changeOf(service, group, keyOf)).sort(byKindAndPlace);
}

/** Findings without effect on any caller, each place once, sorted like changes. */
export function noEffectsOf(findings: readonly PlacedFinding[]): readonly NoEffect[] {
  const found = findings.flatMap((finding): NoEffect[] => {
    const { rule, match, operation, direction, path } = finding;
    const why = reasonOf(finding);
    return why === undefined ? [] : [{ kind: rule.id, operation, direction, path, value: match.value ?? '', why }];
  });
  return found.sort((a, b) => compare(a.kind, b.kind) || byPlace(a, b) || compare(a.value, b.value));
}

function reasonOf({ rule, match }: PlacedFinding): string | undefined {
  return match.noEffect ?? rule.noEffect;
}

function changeOf(service: string, group: readonly PlacedFinding[], keyOf: KeyOf): Change {
  // A group has the finding that began it.
  const [{ rule, match, shape }] = group as [PlacedFinding];
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
  const value = match.value ?? '';
  return {
    service,
    kind: rule.id,
    value,
    ...(shape === undefined ? {} : { shape }),
    ...(match.before === undefined ? {} : { before: match.before }),
    ...(match.after === undefined ? {} : { after: match.after }),
    ...detailsOf(group),
    severity,
    audience: rule.audience,
    key: keyOf(service, rule.id, value, sorted[0] as Place),
    places: sorted,
    ...(unlisted > 0 ? { unlisted } : {}),
  };
}

/**
 * The details of the match. For a message that is also part of another one, they also say that sentences should not use
 * its name.
 */
function detailsOf(group: readonly PlacedFinding[]): Pick<Change, 'details'> {
  const details = group[0]?.match.details;
  const isNested = group.some(({ isMessage, path }) => isMessage === true && parentPath(path) !== '');
  if (!isNested) return details === undefined ? {} : { details };
  return { details: { ...details, message: true } };
}

type Located = Pick<Place, 'operation' | 'direction' | 'path'>;

function byPlace(a: Located, b: Located): number {
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
