/** The functions that the rules about enum values share. */
import type { Shape } from '../../../model/index.ts';

const none: readonly string[] = [];

/** The values that a shape may take; empty if it may take any value. */
export function enumOf(shape: Shape): readonly string[] {
  return shape.kind === 'string' ? (shape.enum ?? none) : none;
}

/**
 * The values of `of` that `not` lacks, sorted. Empty if `not` has no list of values: that is another kind of change.
 */
export function valuesMissing(of: Shape, not: Shape): readonly string[] {
  const [have, other] = [enumOf(of), enumOf(not)];
  if (have === other || have.length === 0 || other.length === 0) return none;
  const known = new Set(other);
  return [...new Set(have.filter((value) => !known.has(value)))].sort();
}
