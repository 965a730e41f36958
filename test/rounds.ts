/** How long the tests go on that could go on for ever: a tenth by default, all of it where `APIDELTA_ROUNDS=all`. */

/** Whether everything is tried, as `.ci/run` does. */
export const allRounds = process.env.APIDELTA_ROUNDS === 'all';

/** So many rounds, or a tenth of them. */
export function roundsOf(all: number): number {
  return allRounds ? all : Math.ceil(all / 10);
}
