/** Numbers of changes in words: one breaks, several break; what is not there is not said. */
import { expect, test } from 'vitest';
import { countedSeverity, countsInWords, severityMeaning } from '../../../src/diff/index.ts';

test('one breaks callers, several break them', () => {
  expect([0, 1, 2].map((count) => countedSeverity('breaking', count))).toEqual([
    'break callers',
    'breaks callers',
    'break callers',
  ]);
  expect([1, 2].map((count) => countedSeverity('dangerous', count))).toEqual(['may break', 'may break']);
});

test('counts are one line, worst first', () => {
  expect(countsInWords({ safe: 2, breaking: 1, dangerous: 1_500, docs: 0 })).toBe(
    '1 breaks callers, 1,500 may break, 2 new or looser',
  );
  expect(countsInWords({ breaking: 3 }, 1)).toBe('3 break callers, 1 on the wire only');
  expect(countsInWords({}, 0)).toBe('');
});

test('each severity has a meaning, as a sentence', () => {
  for (const meaning of Object.values(severityMeaning)) expect(meaning).toMatch(/^[A-Z].+\.$/);
});
