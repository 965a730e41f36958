/** The rules of the differ for the site, with an answer for a kind that is unknown. */
import { type RuleMeta, ruleOf, rules } from '../../diff/catalogue.ts';

/** Every rule, sorted by id. */
export const allRules: readonly RuleMeta[] = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The rule of a kind; null for an unknown kind, in a store that an older or newer apidelta wrote. */
export function ruleFor(kind: string): RuleMeta | null {
  return ruleOf(kind) ?? null;
}
