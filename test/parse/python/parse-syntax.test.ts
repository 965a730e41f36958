/** The syntax of requests and responses: what each part of a text is, and where a text breaks off. */
import { expect, test } from 'vitest';
import { isDigit, isNamePart, isNameStart, isSpace } from '../../../src/parse/python/characters.ts';
import { parseSyntax } from '../../../src/parse/python/parse-syntax.ts';
import type { EntryNode, SyntaxNode } from '../../../src/parse/python/syntax-tree.ts';
import { forSeeds } from '../../generate/random.ts';

const told = (text: string, end?: number) =>
  parseSyntax(text, 0, end).problems.map(({ kind, offset }) => `${kind} ${offset}`);

test('brackets that are nested too deep end with the text, or with the part of it that is read', () => {
  const open = '['.repeat(402);
  expect(told(open)).toEqual(['depth 400', 'end 402']);
  expect(told(`${open}]]]`, 402)).toEqual(['depth 400', 'end 402']);
  expect(told(`${open}${']'.repeat(402)}`)).toEqual(['depth 400']);
});

test.each(['()', '[]', '{}'])(
  'what is too deep ends with its own bracket, whatever stands in it: %s',
  ([first, last]) => {
    const text = `${'['.repeat(401)}${first}${last}${']'.repeat(401)}`;
    expect(parseSyntax(`${text}]`).end).toBe(text.length);
  },
);

/** Every node with the text that it stands for, parents first. */
function partsOf(text: string): readonly string[] {
  const { node, problems } = parseSyntax(text);
  const parts: string[] = [];
  const visit = (one: SyntaxNode | EntryNode | null): void => {
    if (one === null) return;
    const name = 'value' in one && typeof one.value === 'string' ? ` ${one.value}` : '';
    parts.push(`${one.type}${name}: ${text.slice(one.start, one.end)}`);
    if (one.type === 'entry') visit(one.value);
    if (one.type === 'alternatives') one.options.forEach(visit);
    if (one.type === 'list') one.items.forEach(visit);
    if (one.type === 'dict' || one.type === 'call') [...one.entries, ...one.values].forEach(visit);
  };
  visit(node);
  return [...parts, ...problems.map(({ kind, offset, actual, expected }) => `${kind} ${offset} ${actual} ${expected}`)];
}

test.each([
  ["'a'", ["string a: 'a'"]],
  ['"a"', ['string a: "a"']],
  ["b'a'", ["bytes: b'a'"]],
  ['-12.5', ['float: -12.5']],
  ['0', ['integer: 0']],
  ['9', ['integer: 9']],
  ['...', ['ellipsis: ...']],
  ['[1, 2]', ['list: [1, 2]', 'integer: 1', 'integer: 2']],
  ['()', ['list: ()']],
  ["{'a': 1}", ["dict: {'a': 1}", "entry: 'a': 1", 'integer: 1']],
  ["{'a', 'b'}", ["dict: {'a', 'b'}", "string a: 'a'", "string b: 'b'"]],
  ["'a'|'b'", ["alternatives: 'a'|'b'", "string a: 'a'", "string b: 'b'"]],
  ["'a' or {1}", ["alternatives: 'a' or {1}", "string a: 'a'", 'dict: {1}', 'integer: 1']],
  // The text ends just behind the bracket that makes it an alternative.
  ["'a' or {", ["alternatives: 'a' or {", "string a: 'a'", 'dict: {', 'end 8 end `}`']],
  ["'a' or", ['end 0 end the end of the string']],
  ['x = 1', ['integer: 1']],
  ['x == 1', ['name x: x']],
  ['a_Z.b-0()', ['call: a_Z.b-0()']],
  ['f(A=1, 2)', ['call: f(A=1, 2)', 'entry: A=1', 'integer: 1', 'integer: 2']],
  // The pieces of a string that was cut after a blank are one string.
  ["'a ' 'b'", ["string a b: 'a ' 'b'"]],
  ["'a ''b'", ["string a ''b: 'a ''b'"]],
  ["'a' 'b'", ["string a' 'b: 'a' 'b'"]],
  // A quotation mark inside a string ends it only where something follows that may.
  ["'it's'", ["string it's: 'it's'"]],
  ["['a'b', 'c']", ["list: ['a'b', 'c']", "string a'b: 'a'b'", "string c: 'c'"]],
  ["'a", ['end 0 end the end of the string']],
  ["'a\nb'", ["string a: 'a", "syntax 0 'a the end of the string"]],
  ['[1', ['list: [1', 'integer: 1', 'end 2 end `]`']],
  ['[1 2, 3]', ['list: [1 2, 3]', 'integer: 1', 'integer: 3', 'syntax 3 2, 3] `,` or `]`', 'syntax 4 , 3] a value']],
  ['[1 2\n, 3]', ['list: [1 2\n, 3]', 'integer: 1', 'integer: 3', 'syntax 3 2 `,` or `]`', 'syntax 5 , 3] a value']],
  ['{1 2}', ['dict: {1 2}', 'integer: 1', 'syntax 3 2} `,` or `}`']],
  ["{'a': 1 2}", ["dict: {'a': 1 2}", "entry: 'a': 1 ", 'integer: 1', 'syntax 8 2} `,` or `}`']],
  ['', ['end 0 end a value']],
  ['?', ['syntax 0 ? a value']],
])('%j', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

test('what follows behind the end of a part changes nothing of it', () => {
  const pieces = ["'a'", "'a ", "b'x'", ' ', '\n', '1', '-', '2.5', '...', '[', ']', '{', '}', '(', ')', ',', ':', '|'];
  const words = [' or {', 'x', 'f(', 'A=', '=', "'", '"', 'True', '?'];
  forSeeds(600, (random) => {
    const all = [...pieces, ...words];
    const text = Array.from({ length: random.whole(1, 9) }, () => random.pick(all)).join('');
    for (let end = 0; end <= text.length; end++)
      expect(parseSyntax(text, 0, end), JSON.stringify([text, end])).toEqual(parseSyntax(text.slice(0, end)));
  });
});

test('of the problems of one text a hundred are told', () => {
  expect(parseSyntax(`[${'? '.repeat(300)}`).problems.length).toBeLessThanOrEqual(100);
  expect(parseSyntax(`[${'1 2, '.repeat(100)}]`).problems).toHaveLength(100);
  expect(parseSyntax(`[${'1 2, '.repeat(101)}]`).problems).toHaveLength(100);
});

test('the characters of tokens are those of their expressions', () => {
  const all = Array.from({ length: 0x180 }, (_, code) => code);
  const those = (test: (code: number) => boolean) => all.filter(test).map((code) => String.fromCharCode(code));
  const matching = (expression: RegExp) => those((code) => expression.test(String.fromCharCode(code)));
  expect(those(isDigit)).toEqual(matching(/[0-9]/));
  expect(those(isNameStart)).toEqual(matching(/[A-Za-z_]/));
  expect(those(isNamePart)).toEqual(matching(/[A-Za-z0-9_.-]/));
  expect(those(isSpace)).toEqual(matching(/[ \t\n\f\r\u00a0]/));
});
