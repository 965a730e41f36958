/** A document is recognised by what is in it, and who names no dialect gets none. */
import { expect, test } from 'vitest';
import { lookedFor } from '../../src/parse/dialects/index.ts';
import { type DialectId, detectDialect } from '../../src/parse/index.ts';

const known: readonly (readonly [DialectId, string])[] = [
  ['reference-rst', ':doc:`X <../../x>` / Client / go\n\n.. py:method:: X.Client.go()\n'],
  ['reference-rst', '======\nClient\n======\n\n.. py:class:: X.Client\n'],
  ['reference-text', 'X\n\nclass X.Client\n\nWords.\n'],
  ['changelog-text', '2025/11/13 - X - 9 updated api methods\n\nGo (updated) Link ¶\n'],
  ['changelog-flat', '2025/11/13 - X - 1 new9 updated api methods\nWords.\n'],
  ['changelog-html', '<!DOCTYPE html>\n<html><body><p>2025/11/13 - X - 1 new api methods</p></body></html>'],
  ['service-model', '{"version": "2.0", "metadata": {"uid": "x"}, "operations": {}, "shapes": {}}'],
  ['release-notes', '# Release (2026-06-10)\n\n* words\n'],
  ['release-notes', '1.2.3\n=====\n\n* api-change:x: words\n'],
  ['release-notes', '[{"category": "x", "description": "y", "type": "feature"}]'],
];

test.each(known)('%s', (dialect, text) => {
  expect(detectDialect(text)).toBe(dialect);
  expect(detectDialect(text.replaceAll('\n', '\r\n'))).toBe(dialect);
});

test.each([
  '',
  ' ',
  'Words.',
  '{}',
  '[]',
  '{"a": 1}',
  '<html><body>Words</body></html>',
  '# Words\n\nMore words.\n',
  '\0\u0001',
])('nothing is known in %j', (text) => expect(detectDialect(text)).toBeUndefined());

test('what is looked for is said of every dialect', () => {
  expect(lookedFor.join('\n')).toMatch(
    /reference RST[\s\S]*reference text[\s\S]*changelog page[\s\S]*service model[\s\S]*release notes/,
  );
});
