/** The forms of Markdown that the twins of pages are made of. */
import { expect, test } from 'vitest';
import { code, document, entry, plain, sentence } from '../../../src/view/twins/markdown.ts';

test('what is below an entry is indented, and empty lines stay empty', () => {
  expect(entry(0, 'One')).toBe('- One');
  expect(entry(0, 'One', ['a\n\nb', '', 'c'])).toBe('- One\n  a\n\n  b\n  c');
  expect(entry(1, 'Two', ['a\n\nb'])).toBe('  - Two\n    a\n\n    b');
});

test('signs of Markdown in a text are text, and white space is one blank', () => {
  expect(plain('a*b_c\n [d](e) <f> `g` #1 | \\')).toBe('a\\*b\\_c \\[d\\](e) \\<f\\> \\`g\\` \\#1 \\| \\\\');
  const spans = [
    { text: 'a_b ', code: false },
    { text: 'c_d', code: true },
  ];
  expect(sentence(spans)).toBe('a\\_b `c_d`');
});

test('a name with a line break stays on its line', () => {
  expect(code('nl\nop')).toBe('`nl\\u000aop`');
  expect(code('a\rb')).toBe('`a\\u000db`');
  expect(code('a`b')).toBe('`` a`b ``');
});

test('parts of a document that are empty or missing leave no gap', () => {
  expect(document(['# A', null, '', 'b'])).toBe('# A\n\nb\n');
});
