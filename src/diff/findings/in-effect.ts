/** A finding about a type, seen at the field that refers to it: what the field itself states may cancel its effect. */
import type { Finding, Reference } from './finding.ts';
import type { Rule } from './pairs.ts';

/** The finding at one place, with the reason if it has no effect there. */
export function inEffect({ rule, match, step }: Finding, reference: Reference | undefined): Finding {
  // Only rules about shapes have such a function; in others it is undefined.
  const { noEffectAt } = rule as Partial<Pick<Extract<Rule, { readonly subject: 'shape' | 'enum' }>, 'noEffectAt'>>;
  const why = reference === undefined ? null : (noEffectAt?.(match, reference) ?? null);
  return why === null ? { rule, match, step } : { rule, match: { ...match, noEffect: why }, step };
}
