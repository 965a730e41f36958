/** The order of mutants: the same for the same seed, with each operator as often as any other. */
import type { Random } from '../../test/generate/random.ts';
import type { Mutant } from './mutant.ts';

/** All mutants in a random order. There are many more literals than comparisons, so the operator is chosen first. */
export function* inRandomOrder(random: Random, mutants: readonly Mutant[]): Generator<Mutant> {
  const left = [...Map.groupBy(mutants, ({ operator }) => operator).values()];
  while (left.length > 0) {
    const pool = random.pick(left);
    const at = random.whole(0, pool.length - 1);
    const [mutant] = pool.splice(at, 1);
    if (mutant !== undefined) yield mutant;
    if (pool.length === 0) left.splice(left.indexOf(pool), 1);
  }
}
