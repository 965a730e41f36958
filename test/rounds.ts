/** How long the tests go on that could go on for ever: a tenth by default, all of it where `APIDELTA_ROUNDS=all`. */

/** Whether everything is tried, as `.ci/run` does. */
export const allRounds = process.env.APIDELTA_ROUNDS === 'all';

/** So many rounds, or a tenth of them; `least` where fewer would say nothing. */
export function roundsOf(all: number, least = 1): number {
  return allRounds ? all : Math.max(Math.ceil(all / 10), least);
}
