/**
 * Facts that grow from what was kept are those of all states, wherever the reading was interrupted; and parts that are
 * known to be unchanged are told like parts that are looked at.
 */
import { expect, test } from 'vitest';
import { factHistoryOf, GrowingFacts } from '../../../src/store/facts/fact-history.ts';
import { FollowedParts } from '../../../src/store/facts/follow-parts.ts';
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

/** States of one service, of which most parts are the objects of the state before. */
function randomStates(random: Random): readonly (Service | null)[] {
  let before = randomService(random, options);
  const states: (Service | null)[] = [before];
  while (states.length < 7) {
    const state = next(before, random);
    states.push(state);
    before = state ?? before;
  }
  return states;
}

test('a part that is the same object as before is told like one that is only equal', () => {
  forSeeds(roundsOf(200, 40), (random) => {
    const states = randomStates(random);
    expect(asJson(factHistoryOf(states))).toEqual(asJson(factHistoryOf(states.map(asJson))));
  });
});

test('an error whose shape changes is another form, though its operation is the same object', () => {
  const states = [
    'Brew error TooHot code=A\nPour',
    'Brew error TooHot code=B\nPour',
    'Brew error TooHot code=B\nPour',
  ].map((text) => serviceOf(text) as Service);
  const [first] = states;
  const operations = (first as Service).operations;
  const shared = states.map((state) => ({ ...state, operations }));
  const { errorChanges, operations: told } = factHistoryOf(shared);
  expect(errorChanges).toHaveLength(1);
  expect(asJson(factHistoryOf(shared))).toEqual(asJson(factHistoryOf(shared.map(asJson))));
  expect(told.find(({ name }) => name === 'Brew')?.errors).toHaveLength(2);
});

test('what moves, comes and goes is told, and nothing else', () => {
  const told: string[] = [];
  const followed = new FollowedParts<object>();
  const objects = new Map<string, object>();
  const next = (text: string): string => {
    told.length = 0;
    const names = text.split(' ').filter(Boolean);
    const parts = names.map((name) => objects.get(name) ?? objects.set(name, {}).get(name) ?? {});
    const plain = names.map((name) => name.replace('+', ''));
    followed.next(
      { names: plain, parts },
      { onBegin: (name) => told.push(`+${name}`), onEnd: (name) => told.push(`-${name}`) },
    );
    return told.join(' ');
  };
  expect(next('a b c')).toBe('+a +b +c');
  expect(next('a b c')).toBe('');
  expect(next('c a b')).toBe('');
  expect(next('c a d b')).toBe('+d');
  expect(next('b c')).toBe('-a -d');
  expect(next('b+ c e')).toBe('-b +b +e');
  expect(next('')).toBe('-b -c -e');
  expect(next('e')).toBe('+e');
});

test('a history read in parts is the history read at once', () => {
  forSeeds(roundsOf(200, 40), (random) => {
    const states = randomStates(random);
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
          const service = serviceOf(texts[at] ?? '');
          if (service === undefined) return null;
          return { service, shapes: { names: Object.keys(service.shapes), parts: Object.values(service.shapes) } };
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
