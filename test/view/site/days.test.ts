/** Days in words: as precise as they are known, and never more. */
import { expect, test } from 'vitest';
import { dayWords, isSince, monthWords, shortMonthWords, weekdayWords } from '../../../src/view/site/days.ts';

test('a day is said as a day', () => {
  expect([dayWords('2026-09-07'), weekdayWords('2026-09-07')]).toEqual(['7 Sep 2026', 'Mon 7 Sep 2026']);
  expect([monthWords('2026-09'), shortMonthWords('2026-09-07')]).toEqual(['September 2026', 'Sep 2026']);
});

test('of what is known only as a month or a year no day is made up', () => {
  for (const words of [dayWords, weekdayWords, shortMonthWords]) expect(words('2026-09')).toBe('Sep 2026');
  for (const words of [dayWords, weekdayWords, shortMonthWords, monthWords]) expect(words('2026')).toBe('2026');
});

test('what is no day stays as it is written', () => {
  for (const words of [dayWords, weekdayWords, shortMonthWords, monthWords])
    for (const text of ['', 'undated', '2026-13', '2026-00-01', 'Spring 2026', '07/09/2026'])
      expect(words(text), words.name).toBe(text);
});

test.each([
  ['2026-05-06', true],
  ['2026-05-05', false],
  ['2026-05', true],
  ['2026-04', false],
  ['2026', true],
  ['2026-06', true],
])('%s is since 2026-05-06: %s', (date, since) => {
  expect(isSince(date, '2026-05-06')).toBe(since);
});
