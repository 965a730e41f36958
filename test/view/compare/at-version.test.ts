/** Which state of a history a version has, and which releases lie between two. */
import { expect, test } from 'vitest';
import {
  allReleases,
  countBetween,
  isWayBack,
  releasesBetween,
  stateAtVersion,
} from '../../../src/view/compare/at-version.ts';

const release = (id: string, isBeside = false) => ({
  ...{ id, date: null, url: '' },
  ...(isBeside ? { beside: true as const } : {}),
});
const releases = [release('1.0.0', true), release('1.1.0'), release('1.1.5', true), release('1.2.0')];

test.each([
  ['1.0.0', 0],
  ['1.1.0', 1],
  ['1.1.4', 1],
  ['1.1.5', 2],
  // What is beside the line is nobody else's state.
  ['1.1.6', 1],
  ['1.2.0', 3],
  ['9.0', 3],
  ['1.0.5', null],
])('%s has the state %s', (version, state) => {
  expect(stateAtVersion({ releases, since: null }, version).state).toBe(state);
});

test('the first release of the line is the state of what follows it', () => {
  expect(stateAtVersion({ releases: releases.slice(1), since: null }, '1.1.1').state).toBe(0);
});

test('before the first state is before the service, or unknown', () => {
  const why = (since: { release: string; orEarlier: boolean } | null) => {
    const found = stateAtVersion({ releases, since }, '0.1');
    return found.state === null ? found.why : null;
  };
  expect(why(null)).toBe('unknown');
  expect(why({ release: '1.1.0', orEarlier: true })).toBe('unknown');
  expect(why({ release: '1.1.0', orEarlier: false })).toBe('before');
});

test('between two versions are the releases after the first one, with the last one', () => {
  const between = (from: string, to: string) => releasesBetween({ releases }, from, to).map(({ id }) => id);
  expect(between('1.0.0', '1.2.0')).toEqual(['1.1.0', '1.2.0']);
  expect(between('1.1.0', '1.2.0')).toEqual(['1.2.0']);
  expect(between('1.1.0', '1.1.9')).toEqual([]);
  expect(between('1.2.0', '1.1.0')).toEqual([]);
  expect([isWayBack('1.2.0', '1.1.0'), isWayBack('1.1.0', '1.2.0'), isWayBack('1.1.0', '1.1.0')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('the releases of several histories, each once, the newest first', () => {
  expect(allReleases([{ releases }, { releases: [release('1.10.0'), release('1.2.0')] }]).map(({ id }) => id)).toEqual([
    '1.10.0',
    '1.2.0',
    '1.1.5',
    '1.1.0',
    '1.0.0',
  ]);
});

test('a release that changed several services counts once', () => {
  const other = [release('1.1.0'), release('1.1.1'), release('1.3.0')];
  expect(countBetween([{ releases }, { releases: other }], '1.0.0', '1.2.0')).toBe(3);
  expect(countBetween([], '1.0.0', '1.2.0')).toBe(0);
});
