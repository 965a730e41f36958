/** Two patterns that mean the same: anchors at both ends, and everything that accepts every text. */
import { expect, test } from 'vitest';
import { acceptsEverything, withoutAnchors } from '../../../src/diff/rules/shape/patterns.ts';

const raw = String.raw;

test.each([
  ['^a$', 'a'],
  ['^a', 'a'],
  ['a$', 'a'],
  ['a', 'a'],
  ['', ''],
  ['^$', ''],
  // One of two anchors is a sign of the text.
  ['^^a$$', '^a$'],
  // An odd number of backslashes before the last sign makes it a dollar of the text.
  [raw`a\$`, raw`a\$`],
  [raw`a\\$`, raw`a\\`],
  [raw`a\\\$`, raw`a\\\$`],
  [raw`a\\\\$`, raw`a\\\\`],
  [raw`\$`, raw`\$`],
  // Outside brackets, an anchor belongs to one side of an alternative.
  ['^a|b$', '^a|b$'],
  ['^(a|b)$', '(a|b)'],
  ['^(a)|(b)$', '^(a)|(b)$'],
  ['^((a)|b)$', '((a)|b)'],
  ['^[|]$', '[|]'],
  ['^[(]|b$', '^[(]|b$'],
  [raw`^[\]|]$`, raw`[\]|]`],
  [raw`^a\|b$`, raw`a\|b`],
  [raw`^\[|b$`, raw`^\[|b$`],
])('%s without its anchors is %s', (pattern, core) => {
  expect(withoutAnchors(pattern)).toBe(core);
});

test.each(['', '.*', '^.*$', '(.*)', '^(.*)$', raw`[\s\S]*`, raw`^[\S\s]*$`, raw`([\s\S]*)`, '()'])(
  '%s accepts everything',
  (pattern) => expect(acceptsEverything(pattern)).toBe(true),
);

test.each(['.+', '.', 'a', '^a.*$', '((.*))', '(.*', '.*)', '.*|a', raw`.\*`, raw`[\s]*`])(
  '%s is a limit, or nobody can say',
  (pattern) => expect(acceptsEverything(pattern)).toBe(false),
);
