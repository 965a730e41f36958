/**
 * Statements that a field and its type may both make: the field has priority, and a change is told once, at its place.
 */
import { canonicalJson, type Json } from '../../../model/index.ts';

/** Why such a statement has no effect if it only moved, or if the field has priority. */
export const restated = 'the type of the field states the same, or did before';

/** The statement before and after; undefined if absent. */
type Sides = readonly [before: Json | undefined, after: Json | undefined];

/**
 * Where a change is told: at the field, at its type, or nowhere, because the same value holds at the field as before.
 */
export function whereTold(field: Sides, type: Sides): 'field' | 'type' | 'nowhere' {
  const [before, after] = [field[0] ?? type[0], field[1] ?? type[1]];
  if (isSame(before, after)) return 'nowhere';
  return isSame(before, type[0]) && isSame(after, type[1]) ? 'type' : 'field';
}

/** Whether two statements have the same meaning: `false` means the same as no statement. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one === other || canonicalJson(orNothing(one)) === canonicalJson(orNothing(other));
}

/** A statement; null if it is absent or `false`. */
export function orNothing(value: Json | undefined): Json {
  return value === undefined || value === false ? null : value;
}
