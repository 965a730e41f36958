/** What a comparison works with: its rules, its facts, and its reader of descriptions. */
import type { Service } from '../../model/index.ts';
import type { Facts, Rule } from '../findings/pairs.ts';
import type { RuleMeta } from '../rule.ts';
import type { ProseReader } from './prose-reader.ts';
import { Unchanged } from './unchanged.ts';

/** Whether descriptions are compared too, or nothing else. */
export type Documented = boolean | 'only';

export interface ComparisonContext {
  /** All rules that were requested, whether they apply or not. */
  readonly rules: readonly Rule[];
  readonly facts: Facts;
  readonly prose: ProseReader;
  /** The parts that need no comparison. */
  readonly unchanged: Unchanged;
  readonly documentation: Documented;
}

/** The context for two shape tables; `known` is what they have in common, if the caller knows it already. */
export function comparisonContext(
  before: Service['shapes'],
  after: Service['shapes'],
  context: Omit<ComparisonContext, 'unchanged'>,
  known?: Unchanged,
): ComparisonContext {
  const unchanged = known?.isBetween(before, after) === true ? known : new Unchanged(before, after);
  return { ...context, unchanged };
}

/** Whether a rule was requested, and both sides can state the facts that it needs. */
export function isApplicable(
  { facts, documentation }: Pick<ComparisonContext, 'facts' | 'documentation'>,
  { needs }: RuleMeta,
): boolean {
  return needs.every((fact) => facts.has(fact)) && (documentation !== 'only' || needs.includes('documentation'));
}
