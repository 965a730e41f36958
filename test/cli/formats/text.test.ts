/** Text for a terminal: as wide as it is, as long as it may be, and what is left out is counted. */
import { expect, test } from 'vitest';
import type { Comparison } from '../../../src/cli/formats/diff-formats.ts';
import { printText } from '../../../src/cli/formats/text.ts';
import { within, wordsWithin } from '../../../src/cli/formats/within.ts';
import { compareServices } from '../../../src/diff/index.ts';
import type { ServiceChanges } from '../../../src/model/index.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { serviceOf } from '../../diff/rules/example-notation.ts';

function printed(changes: ServiceChanges, limit?: Comparison['limit'], services = 1): readonly string[] {
  const side = { version: null, date: null, source: 'a' };
  const comparison = {
    ...{ old: side, new: side, syntax: null, out: { isTTY: false }, env: {} },
    services: Array.from({ length: services }, () => changes),
    ...(limit === undefined ? {} : { limit }),
  };
  return printText(comparison as unknown as Comparison)
    .trimEnd()
    .split('\n');
}

const fields = (count: number) => Array.from({ length: count }, (_, at) => `Op${at} request A string optional`);
const grown = (count: number) => fields(count).map((line) => `${line}\n${line.replace(' A ', ' B ')}`);

/** A service in which so many operations gained a field. */
function growing(count: number): ServiceChanges {
  const changes = compareServices(serviceOf(fields(count).join('\n')), serviceOf(grown(count).join('\n')));
  if (changes === undefined) throw new Error('expected changes');
  return changes;
}

const elb: ServiceChanges = { id: 'elbv2', title: 'Load balancing', status: 'changed', changes: [] };

test('a heading that fits is whole, and one that does not loses its middle', () => {
  const heading = (columns: number) => printed(growing(1), { lines: 100, columns })[0];
  expect(heading(15)).toBe('example Example');
  expect(heading(14)).toBe('example Exa…le');
  expect(heading(13)).toBe('exa…le Exa…le');
});

test('as many lines as there may be are printed whole', () => {
  const whole = printed(growing(3));
  expect(whole.some((line) => line.includes('--all-changes'))).toBe(false);
  expect(printed(growing(3), { lines: whole.length, columns: 200 })).toEqual(whole);
  const less = printed(growing(3), { lines: whole.length - 1, columns: 200 });
  expect(less).not.toEqual(whole);
  expect(less.at(-2)).toMatch(/^--all-changes prints all of them/);
});

test('of many services those that have no room are counted', () => {
  const lines = printed(growing(9), { lines: 21, columns: 100 }, 6);
  expect(lines.length).toBeLessThanOrEqual(21);
  expect(lines.filter((line) => line === 'example Example')).toHaveLength(4);
  expect(lines).toContain('… and 2 more services changed');
  // 21 lines without the total, the hint and the others, and without three lines for each service.
  expect(lines.filter((line) => line.startsWith('  + '))).toHaveLength(5);
  expect(printed(growing(30), { lines: 20, columns: 100 }).join()).not.toContain('more service');
  expect(lines.filter((line) => line.startsWith('  … and '))).toHaveLength(4);
});

test('eight places of a card are listed, and the others counted', () => {
  const places = (count: number) => {
    const all = Array.from({ length: count }, (_, at) => placeOf(`Op${at}`, 'A'));
    const change = changeOf('of-the-future', 'x', { places: all });
    return printed({ ...elb, changes: [change] }).filter((line) => line.startsWith('      '));
  };
  expect(places(1)).toHaveLength(1);
  expect(places(8)).toHaveLength(8);
  expect(places(8).join()).not.toContain('more place');
  expect(places(9).at(-1)).toBe('      … and 1 more place');
  expect(places(10)).toHaveLength(9);
});

test('a change of the service as a whole has no place to list', () => {
  const lines = (operation: string | null) =>
    printed({ ...elb, changes: [changeOf('of-the-future', 'x', { places: [placeOf(operation, '')] })] });
  expect(lines(null)).toHaveLength(lines('Brew').length - 1);
});

test('a text within some columns keeps its beginning and its end', () => {
  expect([within('abcdef', 6), within('abcdef', 5), within('abcdef', 4), within('abcdef')]).toEqual([
    ...['abcdef', 'ab…ef', 'ab…f', 'abcdef'],
  ]);
});

test('words are cut where the next one, with its marks, has no room', () => {
  const words = (columns: number | undefined) =>
    wordsWithin(
      [
        { text: 'one ', change: 'same' },
        { text: 'two', change: 'added' },
      ],
      columns,
      4,
    ).map(({ text, change }) => `${change} ${text}`);
  expect(words(undefined)).toEqual(['same one ', 'added two']);
  expect(words(12)).toEqual(['same one ', 'added two']);
  expect(words(11)).toEqual(['same one ', 'added tw…']);
  expect(words(9)).toEqual(['same one ', 'same …']);
  expect(words(5)).toEqual(['same one ', 'same …']);
  expect(words(4)).toEqual(['same one…']);
});
