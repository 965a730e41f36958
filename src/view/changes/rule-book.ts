/** The rules of the differ as the site tells them: words for a change, and what to say of a kind that is unknown. */
import { type RuleMeta, ruleOf, rules } from '../../diff/catalogue.ts';

/** Every rule, sorted by id. */
export const allRules: readonly RuleMeta[] = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The rule of a kind; null for a kind from a store that an older or newer apidelta wrote. */
export function ruleFor(kind: string): RuleMeta | null {
  return ruleOf(kind) ?? null;
}
