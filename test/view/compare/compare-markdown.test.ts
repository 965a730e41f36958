/** The Markdown of a comparison: one service or several, where it is, what the page folds, and text that is no Markdown. */
import { describe, expect, test } from 'vitest';
import type { HistoryJson } from '../../../src/view/api/history-json.ts';
import { compareMarkdown } from '../../../src/view/compare/compare-markdown.ts';
import { compareView } from '../../../src/view/compare/compare-view.ts';
import { historyOf } from './tiny-history.ts';

const [from, to] = ['1.0.0', '1.0.1'];

function markdownOf(...histories: readonly HistoryJson[]): readonly string[] {
  const views = histories.map((one) => compareView(one, from, to));
  const shown = { url: 'https://docs.example/compare/?s=tea', from, to, said: 'Compared: it.', views };
  return compareMarkdown(shown).split('\n').filter(Boolean);
}

/** The lines below a heading, up to the next one. */
function under(lines: readonly string[], heading: string): readonly string[] {
  const rest = lines.slice(lines.indexOf(heading) + 1);
  const end = rest.findIndex((line) => line.startsWith('#'));
  return end === -1 ? rest : rest.slice(0, end);
}

describe('one service', () => {
  const before = 'Brew request Leaf string optional\nBrew response Heat integer required';
  const after = 'Brew request Herb string optional\nBrew response Heat integer optional\nStir doc="Stirs *it*."';

  test('title, verdict, what was compared, address, and the sections of the page with their counts in words', () => {
    expect(markdownOf(historyOf([before, after]))).toEqual([
      '# tea: 1.0.0 to 1.0.1',
      '1 break, 1 may break, 1 operation, 1 new',
      'Compared: it.',
      'https://docs.example/compare/?s=tea',
      '## Breaks callers: 1 change',
      '- breaks callers: `Brew` no longer takes `Leaf` — passing it raises ParamValidationError · `Brew` `request.Leaf`',
      expect.stringMatching(/^ {2}- /),
      '## May break: 1 change',
      '- may break: `Heat` may be missing from what `Brew` returns — check before reading it · `Brew` `response.Heat`',
      expect.stringMatching(/^ {2}- /),
      '## New operations: 1 operation',
      '- `Stir`: Stirs \\*it\\*',
      '## New: 1 change',
      '- new: `Brew` takes a new optional field `Herb` · `Brew` `request.Herb`',
      '## One release changed tea',
      '1.0.1',
    ]);
  });

  test('nothing changed, or nothing to compare, is said in place of the verdict', () => {
    expect(markdownOf(historyOf([before, before]))[1]).toBe('Nothing changed in tea between 1.0.0 and 1.0.1.');
    expect(markdownOf(historyOf([before, '']))[1]).toBe('tea was removed: it is not in 1.0.1 any more.');
  });

  const withFields = (count: number) =>
    historyOf(['Brew', Array.from({ length: count }, (_, at) => `Brew request F${at} string optional`).join('\n')]);

  test('places that the page folds stand on a line of their own, all of them, and so do the names', () => {
    const lines = markdownOf(withFields(9));
    const names = Array.from({ length: 9 }, (_, at) => `F${at}`);
    const at = lines.findIndex((line) => line.endsWith(' · 1 operation, 9 places'));
    expect(lines.slice(at + 1, at + 3)).toEqual([
      `  - All 9: ${names.map((name) => `\`${name}\``).join(', ')}`,
      `  - \`Brew\` ${names.map((name) => `\`request.${name}\``).join(' ')}`,
    ]);
  });

  test('places beyond the most of a card are counted', () => {
    expect(markdownOf(withFields(203)).filter((line) => line.endsWith('`, and 3 places more'))).toHaveLength(1);
  });

  test('limits stand below their release, and so does what is only words', () => {
    const one = { kind: 'limit-changed', severity: 'safe' as const, audience: 'sdk' as const };
    const steps = [
      { ...one, sentence: '`Leaf` may be longer' },
      { ...one, severity: 'docs' as const, sentence: '`Leaf` has other words' },
    ];
    const more = { date: '2025-11-13', steps, moreSteps: 2, descriptions: 1 };
    const lines = markdownOf(historyOf(['Brew', 'Brew'], [{}, more]));
    expect(under(lines, '## Limits and the rest, release by release: 1 change')).toEqual([
      '- 1.0.1 of 13 Nov 2025',
      '  - changed: `Leaf` may be longer',
    ]);
    expect(under(lines, '## Words and the wire, release by release')).toEqual([
      '- 1.0.1 of 13 Nov 2025',
      '  - words only: `Leaf` has other words',
      '  - 2 changes more, 1 description changed',
    ]);
  });

  test('one advice for limits in a row stands at the first; places that are not listed are counted', () => {
    const one = {
      ...{ kind: 'limit-changed', severity: 'dangerous' as const, audience: 'sdk' as const, advice: 'Send less.' },
      ...{ places: [['Brew', 'request', 'Leaf']] as never, morePlaces: 2 },
    };
    const steps = ['`Leaf` may be short', '`Leaf` may be shorter'].map((sentence) => ({ ...one, sentence }));
    const lines = markdownOf(historyOf(['Brew', 'Brew'], [{}, { steps }]));
    expect(under(lines, '## May break: 2 changes')).toEqual([
      '- may break: `Leaf` may be short · in 1.0.1 · `Brew` `request.Leaf`, and 2 places more',
      '  - Send less.',
      '- may break: `Leaf` may be shorter · in 1.0.1 · `Brew` `request.Leaf`, and 2 places more',
    ]);
  });

  test('text of a source is no Markdown', () => {
    const sentence = '`Leaf` is *new* <img src=x>';
    const steps = [{ kind: 'limit-changed', severity: 'safe' as const, audience: 'sdk' as const, sentence }];
    const lines = markdownOf(historyOf(['Brew', 'Brew'], [{}, { steps }]));
    expect(lines).toContain('  - changed: `Leaf` is \\*new\\* \\<img src=x\\>');
  });
});

test('several services have one verdict over all, and each its own', () => {
  const tea = historyOf(['Brew request Leaf string optional', 'Brew']);
  const mate = { ...historyOf(['Brew', 'Brew']), id: 'mate' };
  const lines = markdownOf(tea, mate);
  expect(lines.slice(0, 7)).toEqual([
    '# tea, mate: 1.0.0 to 1.0.1',
    '- tea: 1 break, 0 may break',
    '- mate: nothing changed',
    'Compared: it.',
    'https://docs.example/compare/?s=tea',
    '## tea',
    '1 break, 0 may break',
  ]);
  expect(under(lines, '## mate')).toEqual(['Nothing changed in mate between 1.0.0 and 1.0.1.']);
  expect(lines).toContain('### Breaks callers: 1 change');
});
