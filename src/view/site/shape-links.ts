/** Addresses that a list of shapes does not spell out: a script makes them from the names on the page. */
import { memberAnchor } from './anchor-path.ts';
import { fragment } from './urls.ts';

/**
 * The address of a member: on the own page of its structure, else in the first place that uses it. Null where that
 * place is so deep that no page has it.
 */
export function memberUrl(own: string | undefined, used: string | undefined, name: string): string | null {
  const whole = own === undefined ? used : `${own}#fields`;
  return whole?.includes('#') === true ? whole + fragment(memberAnchor(name)).slice(1) : null;
}

/** The shape at the end of a type's label, if its anchor is its name. The page itself links to all others. */
export function plainTypeName(label: string): string | null {
  return /(?:^| )([A-Z]\w*)$/.exec(label)?.[1] ?? null;
}
