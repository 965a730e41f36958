/**
 * Judges a finding as callers through the SDK see it, and recognises differences that are only two ways to show one
 * thing.
 */
import { hasMembers, type Service } from '../../model/index.ts';
import type { PlacedFinding } from '../findings/finding.ts';
import { tokenRequired } from '../rules/field/required-added.ts';
import { requiredTokenAdded } from '../rules/field/required-field-added.ts';
import type { Customization } from './customization.ts';
import { isAbout, leadsThrough, rowsOf } from './find-rows.ts';

/** Two states of a service, and the version of the newer one if it is known: without it every customization holds. */
export interface Sides {
  readonly before: Service;
  readonly after: Service;
  readonly version?: string | undefined;
}

/** The finding as the SDK shows it, between two states of a service. */
export function customized(finding: PlacedFinding, sides: Sides): PlacedFinding {
  const { operation } = finding;
  if (operation === null || finding.rule.noEffect !== undefined) return finding;
  const models = Number(isModel(sides.before)) + Number(isModel(sides.after));
  const rows = rowsOf(sides.after.id, sides.version);
  if (!isOffered(operation, sides.before, rows) && !isOffered(operation, sides.after, rows))
    return models === 1 ? withoutEffect(finding, 'the SDK has no method for it') : onTheWire(finding);
  if (rows.length === 0) return finding;
  return models === 2 ? asCalled(finding, rows) : asShown(finding, rows, models === 1);
}

/** A model states the wire types of numbers; documentation and pages state Python's names for them. */
function isModel({ facts }: Service): boolean {
  return facts.includes('wire-types');
}

/** Between models: what callers of the SDK see. */
function asCalled(finding: PlacedFinding, rows: readonly Customization[]): PlacedFinding {
  const { operation, direction, path, rule, match } = finding;
  if (operation === null || direction === null) return finding;
  for (const row of rows) {
    if (row.side !== 'sdk') continue;
    if (row.shown.as === 'hidden' && leadsThrough(row, operation, direction, path)) return onTheWire(finding);
    if (row.shown.as !== 'optional' || !isAbout(row, operation, direction, path)) continue;
    const filledIn = [requiredTokenAdded, tokenRequired].find(({ id }) => id === rule.id);
    if (filledIn !== undefined)
      return { ...finding, rule: filledIn, match: { ...match, details: { ...match.details, filledIn: 'yes' } } };
  }
  return finding;
}

/**
 * With documentation on one side or both: if it only shows a thing differently than the other side, there is no change.
 */
function asShown(finding: PlacedFinding, rows: readonly Customization[], isMixed: boolean): PlacedFinding {
  const { operation, direction, path, rule } = finding;
  if (operation === null || direction === null) return finding;
  for (const row of rows) {
    // Two documentations that both show the SDK's form differ only if the SDK does.
    if (!isMixed && row.side === 'sdk' && row.shown.as !== 'type') continue;
    if (explained[row.shown.as].has(rule.id) && isAbout(row, operation, direction, path))
      return withoutEffect(finding, row.why);
  }
  return finding;
}

const fieldKinds = new Set(['field-added', 'required-field-added', 'field-removed']);
/** The kinds of changes that a row explains, so that they are not differences. */
const explained: Readonly<Record<Customization['shown']['as'], ReadonlySet<string>>> = {
  hidden: fieldKinds,
  added: fieldKinds,
  optional: new Set(['required-added', 'required-removed']),
  type: new Set(['type-changed']),
  name: new Set(),
  'no method': new Set(),
};

function onTheWire(finding: PlacedFinding): PlacedFinding {
  return finding.rule.audience === 'wire' ? finding : { ...finding, rule: { ...finding.rule, audience: 'wire' } };
}

function withoutEffect(finding: PlacedFinding, why: string): PlacedFinding {
  return { ...finding, rule: { ...finding.rule, noEffect: why } };
}

/** Whether the SDK has a method for an operation: not if its request is a stream of events, which boto3 cannot send. */
function isOffered(name: string, service: Service, rows: readonly Customization[]): boolean {
  const operation = service.operations.find((one) => one.name === name);
  if (operation === undefined) return false;
  if (rows.some(({ shown, operations }) => shown.as === 'no method' && operations?.includes(name) === true))
    return false;
  if (operation.request === null || operation.request === undefined) return true;
  const request = service.shapes[operation.request];
  return !hasMembers(request) || !request.members.some(({ target }) => service.shapes[target]?.kind === 'eventstream');
}
