/** The services of a release, what is worst first: a service that came or went, what breaks, then the others; of equals the larger. */
import { expect, test } from 'vitest';
import { glyphs, severityGlyph } from '../../../src/view/changes/glyph.ts';
import { worstEntriesFirst } from '../../../src/view/changes/worst-entries.ts';

const row = (name: string, tones: readonly string[], count = 1, status: string | null = null) => ({
  ...{ name, tones, status },
  counts: [{ glyph: glyphs.new, words: 'new', count }],
});

test('a new service, what breaks, what may break, what is new, words, and a row without any of it', () => {
  const [breaks, may, safe, docs] = (['breaking', 'dangerous', 'safe', 'docs'] as const).map(
    (severity) => severityGlyph(severity).tone,
  ) as [string, string, string, string];
  const rows = [
    row('wire', [glyphs.wire.tone], 90),
    row('words', [docs], 80),
    row('some', [safe]),
    row('more', [safe, docs], 7),
    row('as many', [docs, safe], 7),
    row('may', [safe, may]),
    row('new', [safe], 1, 'new'),
    row('breaks', [docs, may, breaks]),
    row('large new', [safe], 2, 'new'),
  ];
  expect(worstEntriesFirst(rows).map(({ name }) => name)).toEqual([
    ...['large new', 'new', 'breaks', 'may', 'more', 'as many', 'some', 'words', 'wire'],
  ]);
});

test('a service that came or went stands among those that break callers, by the number of changes', () => {
  const breaks = severityGlyph('breaking').tone;
  const rows = [row('one', [breaks]), row('many', [breaks], 50), row('new', [], 7, 'new'), row('gone', [], 8, 'gone')];
  expect(worstEntriesFirst(rows).map(({ name }) => name)).toEqual(['many', 'gone', 'new', 'one']);
});
