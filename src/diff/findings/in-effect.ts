/** A finding about a type, seen at the field that refers to it: what the field says itself may leave it without effect. */
import type { Finding, Reference } from './finding.ts';
import type { Rule } from './pairs.ts';

/** The finding at one place, with the reason why it means nothing there, if there is one. */
export function inEffect({ rule, match, step }: Finding, reference: Reference | undefined): Finding {
  // The other subjects have no such function: it is undefined there.
  const { noEffectAt } = rule as Partial<Pick<Extract<Rule, { readonly subject: 'shape' | 'enum' }>, 'noEffectAt'>>;
  const why = reference === undefined ? null : (noEffectAt?.(match, reference) ?? null);
  return why === null ? { rule, match, step } : { rule, match: { ...match, noEffect: why }, step };
}
