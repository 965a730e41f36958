/** Where the syntax of a request breaks off: no problem points behind its end. */
import { expect, test } from 'vitest';
import { parseSyntax } from '../../../src/parse/python/parse-syntax.ts';

const told = (text: string, end?: number) =>
  parseSyntax(text, 0, end).problems.map(({ kind, offset }) => `${kind} ${offset}`);

test('brackets that are nested too deep end with the text, or with the part of it that is read', () => {
  const open = '['.repeat(402);
  expect(told(open)).toEqual(['depth 400', 'end 402']);
  expect(told(`${open}]]]`, 402)).toEqual(['depth 400', 'end 402']);
  expect(told(`${open}${']'.repeat(402)}`)).toEqual(['depth 400']);
});
