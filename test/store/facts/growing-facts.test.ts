/** Facts that grow from what was kept are those of all states, wherever the reading was interrupted. */
import { expect, test } from 'vitest';
import { factHistoryOf, GrowingFacts } from '../../../src/store/facts/fact-history.ts';
import { type KeptFacts, pastFactsOf } from '../../../src/store/facts/past-facts.ts';
import type { PastState, Release, Service, Shelf } from '../../../src/store/types.ts';
import { serviceOf } from '../../diff/rules/example-notation.ts';
import { withAdditions } from '../../generate/mutate.ts';
import { forSeeds, type Random } from '../../generate/random.ts';
import { randomService } from '../../generate/service.ts';
import { roundsOf } from '../../rounds.ts';

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

/** What a page gets, when the reading stops after each of these states and goes on from what was written. */
function interrupted(states: readonly (Service | null)[], stops: readonly number[]) {
  let growing = new GrowingFacts();
  for (const [at, state] of states.entries()) {
    growing.add(state);
    if (stops.includes(at)) growing = new GrowingFacts(asJson(growing.data));
  }
  return asJson(growing.make());
}

const options = { rounded: false, markup: true };

/** The next state: gone, another service, or most of the one before. */
function next(before: Service, random: Random): Service | null {
  if (random.chance(0.15)) return null;
  if (random.chance(0.2)) return randomService(random, options);
  const more = withAdditions(random, before);
  return { ...more, operations: more.operations.filter(() => random.chance(0.9)) };
}

test('a history read in parts is the history read at once', () => {
  forSeeds(roundsOf(200, 40), (random) => {
    let before = randomService(random, options);
    const states: (Service | null)[] = [before];
    while (states.length < 7) {
      const state = next(before, random);
      states.push(state);
      before = state ?? before;
    }
    const stops = states.flatMap((_, at) => (random.chance(0.4) ? [at] : []));
    expect(interrupted(states, stops)).toEqual(asJson(factHistoryOf(states)));
  });
});

test('streams, errors, waiters and what came back go on, too', () => {
  const states = [
    'Brew stream Steam\nBrew error TooHot code=A',
    'Brew error TooHot code=B',
    '',
    'Brew stream Steam\nBrew error TooHot code=A\nPour integer',
  ].map((text) => serviceOf(text) ?? null);
  const whole = asJson(factHistoryOf(states));
  for (const stop of states.keys()) expect(interrupted(states, [stop]), `${stop}`).toEqual(whole);
  expect(interrupted(states, [0, 1, 2, 3])).toEqual(whole);
});

test('only states after those that were kept are read, and none where older ones are others', () => {
  const releases: Release[] = ['1.0.0', '1.0.1', '1.0.2'].map((id) => ({ id, version: id, date: null }));
  const texts = ['Brew', 'Brew\nPour', 'Pour'];
  const read: string[] = [];
  const storeOf = (hashes: readonly string[]) => ({
    releases: () => releases,
    serviceReleases: () => releases.map((release) => ({ release }) as never),
    states: (): Iterable<PastState> =>
      hashes.map((hash, at) => ({
        ...{ version: `1.0.${at}`, service: 'tea', beside: false, hash },
        read() {
          read.push(hash);
          return serviceOf(texts[at] ?? '') ?? null;
        },
      })),
  });
  let kept: KeptFacts | undefined;
  const shelf: Shelf<KeptFacts> = {
    last: () => asJson(kept ?? null) ?? undefined,
    keep(value) {
      kept = value;
    },
  };
  const readBy = (hashes: readonly string[]) => {
    read.length = 0;
    const found = pastFactsOf(storeOf(hashes), 'tea', shelf);
    expect(asJson(found)).toEqual(asJson(pastFactsOf(storeOf(hashes), 'tea')));
    return read.slice(0, read.length - hashes.length);
  };
  expect(readBy(['a', 'b'])).toEqual(['a', 'b']);
  expect(readBy(['a', 'b', 'c'])).toEqual(['c']);
  expect(readBy(['a', 'b', 'c'])).toEqual([]);
  expect(readBy(['a', 'x', 'c'])).toEqual(['a', 'x', 'c']);
  // The store is older than what was kept.
  expect(readBy(['a'])).toEqual(['a']);
});
