/** Compares two states of one service by some rules: every change, once, with all its places. */
import { append, type Direction, type Position, type Service, type ServiceChanges } from '../../model/index.ts';
import { shownPath, withRawNames } from '../customizations/index.ts';
import type { PlacedFinding } from '../findings/finding.ts';
import { groupFindings, type KeyOf, noEffectsOf } from '../findings/group-findings.ts';
import type { Facts, Rule, ServiceRule } from '../findings/pairs.ts';
import { addHints } from '../findings/rename-hints.ts';
import { compareOperations } from './compare-operations.ts';
import { comparisonContext, type Documented, isApplicable } from './comparison-context.ts';
import { withKnownNames } from './inferred-names.ts';
import { type ProseReader, proseReader } from './prose-reader.ts';
import type { Unchanged } from './unchanged.ts';

/** The position of a thing in the source of one side; undefined if it is not known. */
export type Locate = (
  service: string,
  operation: string,
  direction: Direction | '',
  path: string,
) => Position | undefined;

export interface CompareOptions {
  readonly oldAt?: Locate | undefined;
  readonly newAt?: Locate | undefined;
  /** The greatest number of places that are listed for one change; the others are counted. */
  readonly listed?: number;
  /**
   * Whether descriptions are compared too; `only`: nothing else is compared, and each change has only its first place.
   */
  readonly documentation?: Documented;
  /** Reads descriptions; without it, unparsed HTML only loses its tags. */
  readonly prose?: ProseReader;
  /** The version of the newer side: later customizations do not hold. Without it all of them hold. */
  readonly version?: string;
  /** What both states have in common, if the caller knows it already. */
  readonly unchanged?: Unchanged;
}

/** The default number of places that are listed for one change. */
export const maxListed = 1000;

/** The rules, and the names for their changes: a page needs less than the command line. */
export interface Engine {
  readonly rules: readonly Rule[];
  readonly keyOf: KeyOf;
}

/**
 * Every change between two states of a service; undefined if they are equal. One side may be missing: a service that
 * was added or removed. If no difference has an effect, the changes are empty and `noEffect` lists the differences.
 */
export function compareStates(
  before: Service | undefined,
  after: Service | undefined,
  { rules, keyOf }: Engine,
  options: CompareOptions = {},
): ServiceChanges | undefined {
  const service = after ?? before;
  if (service === undefined) return undefined;
  const documentation = options.documentation ?? false;
  const facts = commonFacts(before, after, documentation !== false);
  const prose = options.prose ?? plainReader;
  const asked = { facts, prose, documentation, rules };
  const findings: PlacedFinding[] = [];
  for (const rule of rules.filter(isOfService)) {
    if (!isApplicable(asked, rule)) continue;
    for (const match of rule.find({ before, after, facts, prose }))
      findings.push({ rule, match, group: match.value ?? '', operation: null, direction: null, path: '' });
  }
  if (before !== undefined && after !== undefined) {
    const old = withRawNames(withKnownNames(before, after), options.version);
    const now = withRawNames(withKnownNames(after, before), options.version);
    const context = comparisonContext(old.shapes, now.shapes, asked, options.unchanged);
    const places = { oldAt: placesIn(before, old, options.oldAt), newAt: placesIn(after, now, options.newAt) };
    append(findings, compareOperations(old, now, context, { ...options, ...places }));
  }
  const noEffect = noEffectsOf(findings);
  const changes = addHints(groupFindings(service.id, findings, keyOf));
  if (changes.length === 0 && noEffect.length === 0) return undefined;
  return {
    id: service.id,
    title: service.title,
    status: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    changes,
    ...(noEffect.length === 0 ? {} : { noEffect }),
  };
}

/** Finds positions in a source by the model's names: documentation has them under the names that it shows. */
function placesIn(service: Service, raw: Service, locate: Locate | undefined): Locate | undefined {
  if (locate === undefined || service === raw) return locate;
  return (id, operation, direction, path) =>
    locate(id, operation, direction, shownPath(id, operation, direction, path)) ??
    locate(id, operation, direction, path);
}

function isOfService(rule: Rule): rule is ServiceRule {
  return rule.subject === 'service' || rule.subject === 'waiter' || rule.subject === 'paginator';
}

const plainReader = proseReader();

function commonFacts(before: Service | undefined, after: Service | undefined, documentation: boolean): Facts {
  const other = new Set((after ?? before)?.facts);
  if (!documentation) other.delete('documentation');
  return new Set((before ?? after)?.facts.filter((fact) => other.has(fact)));
}
