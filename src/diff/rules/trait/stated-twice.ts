/** What a field and its type may both state: the field's word holds, and a change is told once, where it stands. */
import { canonicalJson, type Json } from '../../../model/index.ts';

/** Why such a statement has no effect where it only moved, or where the field has the last word. */
export const restated = 'the type of the field states the same, or did before';

/** What is stated before and after; nothing where it is not. */
type Sides = readonly [before: Json | undefined, after: Json | undefined];

/** Where a change is told: at the field, at its type, or nowhere, because what holds at the field is what held before. */
export function whereTold(field: Sides, type: Sides): 'field' | 'type' | 'nowhere' {
  const [before, after] = [field[0] ?? type[0], field[1] ?? type[1]];
  if (isSame(before, after)) return 'nowhere';
  return isSame(before, type[0]) && isSame(after, type[1]) ? 'type' : 'field';
}

/** Whether two statements say the same: what is said not to hold is as good as not said. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one === other || canonicalJson(orNothing(one)) === canonicalJson(orNothing(other));
}

/** A statement, or null where nothing is stated. */
export function orNothing(value: Json | undefined): Json {
  return value === undefined || value === false ? null : value;
}
