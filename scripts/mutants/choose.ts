/** The order of mutants: the same for the same seed, with each operator as often as any other. */
import { hash } from 'node:crypto';
import type { Mutant } from './mutant.ts';

/**
 * All mutants in a random order. There are many more literals than comparisons, so the operators take turns. A mutant's
 * place among those of its operator comes from its name alone, so a run after the code has grown tries the same mutants
 * again where the code is the same: survivors that a test was written for are tried once more, and not exchanged.
 */
export function* inRandomOrder(seed: number, mutants: readonly Mutant[]): Generator<Mutant> {
  const placeOf = (name: string) => hash('sha256', `${seed}\n${name}`);
  const placed = <T>(values: readonly T[], nameOf: (value: T) => string) =>
    values
      .map((value) => ({ value, place: placeOf(nameOf(value)) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ value }) => value);
  const byOperator = [...Map.groupBy(mutants, ({ operator }) => operator)];
  const turns = placed(byOperator, ([operator]) => operator).map(([, list]) => placed(list, ({ key }) => key).values());
  for (let left = turns; left.length > 0; ) {
    const going: typeof turns = [];
    for (const turn of left) {
      const { value, done } = turn.next();
      if (done) continue;
      yield value;
      going.push(turn);
    }
    left = going;
  }
}
