/** Which services an upgrade touches, from and to which version, and what the store cannot say. */
import { describe, expect, test } from 'vitest';
import { Database } from '../../../src/store/database/database.ts';
import { openStore } from '../../../src/store/read.ts';
import { planUpgrade } from '../../../src/store/reader/upgrade-plan.ts';
import { TinyRepository } from '../walk/tiny-repository.ts';
import { modelOf, modelPath, scratchFolder, smallHistory } from '../walk/walked.ts';

const { fresh, walked } = scratchFolder();
const file = await walked(smallHistory(fresh('repository')));

function plan(from: string, to?: string, services?: readonly string[], store = file) {
  const database = Database.read(store);
  try {
    return planUpgrade(database, from, to, services);
  } finally {
    database.close();
  }
}

test('from the first release to the last one, or to another', () => {
  expect(plan('1.0.0')).toEqual({ to: '1.3.0', touched: ['late', 'other', 'thing'], unknownBefore: [] });
  expect(plan('1.0.0', '1.3.0').touched).toEqual(['late', 'other', 'thing']);
  expect(plan('1.0.0', '1.1.0')).toEqual({ to: '1.1.0', touched: ['thing'], unknownBefore: [] });
  expect(plan('1.1.0', '1.2.0').touched).toEqual(['late', 'other']);
  expect(plan('1.2.0').touched).toEqual(['thing']);
  expect(plan('1.3.0').touched).toEqual([]);
  expect(plan('1.1.0', '1.1.0').touched).toEqual([]);
  expect(plan('1.0.0', undefined, ['thing']).touched).toEqual(['thing']);
});

test.each([
  ['1.2.0', '1.1.0', '1.2.0 is newer than 1.1.0: an upgrade goes from the older to the newer.'],
  ['0.9.0', undefined, 'The store begins with 1.0.0: what was before cannot be compared. Ingest older releases.'],
  ['1.0.0', '1.3.1', 'The store ends with 1.3.0: ingest 1.3.1 first.'],
])('from %s to %s: %s', (from, to, words) => {
  expect(() => plan(from, to)).toThrow(words);
});

test('a service that nobody knows', () => {
  expect(() => plan('1.0.0', undefined, ['tea', 'thing', 'mug'])).toThrow('The store knows no service tea, mug.');
});

describe('a service that is renamed', async () => {
  const repository = new TinyRepository(fresh('renamed'));
  repository.release('1.0.0', { 'README.md': 'nothing yet' });
  repository.release('1.1.0', { [modelPath('alpha')]: modelOf('u', 'A') });
  repository.release('1.2.0', { [modelPath('alpha')]: null, [modelPath('mid')]: modelOf('u', 'A', 'B') });
  repository.release('1.3.0', { [modelPath('mid')]: null, [modelPath('zeta')]: modelOf('u', 'A', 'B', 'C') });
  const renamed = await walked(repository);

  test.each([
    ['1.0.0', '1.1.0', 'alpha'],
    ['1.0.0', '1.2.0', 'mid'],
    ['1.0.0', '1.3.0', 'zeta'],
    ['1.1.0', '1.2.0', 'mid'],
    ['1.1.0', '1.3.0', 'zeta'],
    ['1.2.0', '1.3.0', 'zeta'],
  ])('from %s to %s it is told once, by the name %s', (from, to, name) => {
    for (const asked of [undefined, ['alpha', 'mid', 'zeta'], ['alpha'], [name]])
      expect(plan(from, to, asked, renamed), String(asked)).toEqual({ to, touched: [name], unknownBefore: [] });
  });

  test('who asks for a name of later is told nothing else', () => {
    expect(plan('1.0.0', '1.1.0', ['zeta'], renamed).touched).toEqual([]);
  });

  test('and its changes are those of both names', () => {
    const reader = openStore(renamed);
    const kinds = reader.netChanges('zeta', '1.1.0', '1.3.0')?.changes.map(({ kind }) => kind);
    reader.close();
    expect(kinds).toEqual(['field-added', 'field-added', 'service-renamed']);
  });
});
