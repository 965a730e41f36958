/** A version that the store does not have: what it has instead, and what is next to it. */
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { into, scratchFolder, smallHistory } from '../walk/walked.ts';

const { fresh, walked } = scratchFolder();
const file = await walked(smallHistory(fresh('repository')));

test('a release by its number, as it is written or as it is meant', () => {
  const store = openStore(file);
  expect(['1.1.0', 'v1.1.0', '1.1'].map((name) => store.version(name))).toEqual(['1.1.0', '1.1.0', '1.1.0']);
  store.close();
});

test.each([
  ['1.1.5', 'it has 1.0.0 to 1.3.0; next to it: 1.1.0, 1.2.0.'],
  ['0.9.0', 'it has 1.0.0 to 1.3.0.'],
  ['9.0.0', 'it has 1.0.0 to 1.3.0.'],
])('%s is not there: %s', (version, words) => {
  const store = openStore(file);
  expect(() => store.version(version)).toThrow(`The store has no release ${version}: ${words}`);
  store.close();
});

test('a store without releases says so', async () => {
  const empty = await into(fresh('empty.db'), () => Promise.resolve());
  const store = openStore(empty);
  expect(() => store.version('1.0.0')).toThrow('The store has no release 1.0.0: it has none.');
  store.close();
});
