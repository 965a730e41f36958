/** The version that a changelog page without one is about: what changed in it is what the page states. */
import { expect, test } from 'vitest';
import type { Service, StatedChange } from '../../../src/model/index.ts';
import { isStateOf, matchPage } from '../../../src/store/releases/match-pages.ts';
import { serviceOf } from '../../diff/rules/example-notation.ts';

function service(text: string): Service {
  const found = serviceOf(text);
  if (found === undefined) throw new Error('expected a service');
  return found;
}

const fields = (...names: readonly string[]) => names.map((name) => `Brew request ${name} string optional`).join('\n');
const versions = [fields('A'), fields('A', 'B'), fields('A', 'B', 'C', 'D'), fields('A', 'B', 'C', 'D', 'E')].map(
  (text, at) => ({ version: `1.${at}`, service: service(text) }),
);

function stated(...all: readonly string[]): readonly StatedChange[] {
  return all.map((one): StatedChange => {
    const [direction, path = ''] = one.split(' ');
    return {
      ...{ kind: 'field-added', operation: 'Brew', path, value: '', at: { file: 'page', line: 1, column: 1 } },
      direction: direction === 'response' ? 'response' : 'request',
    };
  });
}

const match = (...all: readonly string[]) =>
  matchPage(service(fields('A', 'B', 'C', 'D', 'E')), stated(...all), versions);

test('the version is the one whose changes the page states, all of them and no others', () => {
  expect(match('request B')).toBe('1.1');
  expect(match('request C', 'request D')).toBe('1.2');
  expect(match('request E')).toBe('1.3');
  expect(match('request C')).toBeUndefined();
  expect(match('request B', 'request E')).toBeUndefined();
  expect(match()).toBeUndefined();
  // The first version is compared with nothing.
  expect(match('request A')).toBeUndefined();
});

test('a page that states both directions means the one that changed', () => {
  expect(match('request B', 'response B')).toBe('1.1');
  expect(match('response B')).toBeUndefined();
  expect(match('request B', 'response E')).toBeUndefined();
});

test('an operation of a page is that of a version where no fact differs', () => {
  const whole = service(`${fields('A', 'B')}\nPour request X string optional`);
  expect(isStateOf(service(fields('A', 'B')), whole)).toBe(true);
  expect(isStateOf(service(fields('A')), whole)).toBe(false);
  expect(isStateOf(service(`${fields('A', 'B')}\nStir`), whole)).toBe(false);
});
