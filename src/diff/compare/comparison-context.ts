/** What a comparison asks: which rules, about which facts, and how descriptions are read for them. */
import type { Service } from '../../model/index.ts';
import type { Facts, Rule } from '../findings/pairs.ts';
import type { RuleMeta } from '../rule.ts';
import type { ProseReader } from './prose-reader.ts';
import { Unchanged } from './unchanged.ts';

/** Whether descriptions are compared too, or nothing else. */
export type Documented = boolean | 'only';

export interface ComparisonContext {
  /** All that are asked for, whether they apply or not. */
  readonly rules: readonly Rule[];
  readonly facts: Facts;
  readonly prose: ProseReader;
  /** What need not be asked about. */
  readonly unchanged: Unchanged;
  readonly documentation: Documented;
}

/** The context about two shape tables; `known` is what they have in common, where somebody looked already. */
export function comparisonContext(
  before: Service['shapes'],
  after: Service['shapes'],
  context: Omit<ComparisonContext, 'unchanged'>,
  known?: Unchanged,
): ComparisonContext {
  const unchanged = known?.isBetween(before, after) === true ? known : new Unchanged(before, after);
  return { ...context, unchanged };
}

/** Whether both sides can state what a rule needs, and it is among those that are asked. */
export function isApplicable(
  { facts, documentation }: Pick<ComparisonContext, 'facts' | 'documentation'>,
  { needs }: RuleMeta,
): boolean {
  return needs.every((fact) => facts.has(fact)) && (documentation !== 'only' || needs.includes('documentation'));
}
