/** Signs of the gutter have no class where they stand for themselves: the styles know them by their words. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { glyphOf, glyphs } from '../../../src/view/changes/glyph.ts';

const styles = readFileSync(path.join(import.meta.dirname, '../../../src/styles/severity.css'), 'utf8');

test('every sign that has a colour has it by its class and by its words', () => {
  const coloured = Object.values(glyphs).filter(({ tone }) => styles.includes(`.${tone}`));
  expect(coloured.map(({ tone }) => tone)).toEqual(['breaks', 'risk', 'new', 'gone', 'words', 'wire']);
  for (const { words } of coloured) expect(styles).toContain(`[title="${words}"]`);
});

test.each([
  ['field-removed', 'safe', '-'],
  ['error-removed', 'safe', '-'],
  ['enum-value-removed', 'safe', '-'],
  ['field-added', 'safe', '+'],
  ['required-field-added', 'safe', '+'],
  ['enum-value-added', 'safe', '+'],
  // A statement came or went; the thing is there as it was.
  ['required-removed', 'safe', '~'],
  ['required-added', 'safe', '~'],
  ['enum-removed', 'safe', '~'],
  ['enum-added', 'safe', '~'],
  ['idempotency-added', 'safe', '~'],
  ['required-removed', 'dangerous', '?'],
  ['enum-added', 'breaking', '!'],
] as const)('%s that is %s has %s', (kind, severity, sign) => {
  expect(glyphOf({ kind, severity }).sign).toBe(sign);
});

test('the styles know no other words', () => {
  const known = new Set(Object.values(glyphs).map(({ words }) => words));
  for (const [, words] of styles.matchAll(/\[title="([^"]*)"\]/g)) expect(known).toContain(words);
});
