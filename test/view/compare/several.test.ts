/** Several services compared: the worst stands first, and the verdict over all says each of them. */
import { expect, test } from 'vitest';
import { glyphs } from '../../../src/view/changes/glyph.ts';
import type { CompareView } from '../../../src/view/compare/compare-view.ts';
import { verdictOverAll, worstServicesFirst } from '../../../src/view/compare/several.ts';

test('what breaks the most stands first, then what may; a limit counts as a change does', () => {
  const views = [
    view('calm', {}),
    view('risky', { risk: [3, 0] }),
    view('breaks', { breaks: [1, 0] }),
    view('limits', { breaks: [0, 2] }),
    view('both', { breaks: [1, 0], risk: [0, 1] }),
  ];
  expect(worstServicesFirst(views).map(({ title }) => title)).toEqual(['limits', 'both', 'breaks', 'risky', 'calm']);
});

test('services that are equally bad stay in their order', () => {
  expect(worstServicesFirst([view('b', {}), view('a', {})]).map(({ title }) => title)).toEqual(['b', 'a']);
});

test('the verdict over all says what breaks and what may, and nothing of what cannot be compared', () => {
  const verdict = ['1 break', '0 may break', '7 other'].map((words) => ({
    glyph: glyphs.breaks,
    words,
    section: null,
  }));
  const told = verdictOverAll([
    { title: 'ec2', verdict, said: null, renamedTo: null },
    { title: 'same', verdict, said: 'Nothing changed.', renamedTo: null },
    { title: 'new', verdict: [], said: 'new is new.', renamedTo: null },
    { title: 'old', verdict: [], said: 'old is new now.', renamedTo: 'new' },
  ]);
  expect(told.map(({ title, parts }) => [title, ...parts.map(({ words }) => words)])).toEqual([
    ['ec2', '1 break', '0 may break'],
    ['same'],
    ['new'],
    ['old'],
  ]);
  expect(told.map(({ instead }) => instead)).toEqual([
    ...['nothing changed', 'nothing changed', 'cannot be compared: see below', 'is new now: see below'],
  ]);
});

/** Of each tone: so many cards, and so many limits. */
function view(title: string, counts: Readonly<Partial<Record<'breaks' | 'risk', readonly [number, number]>>>) {
  const groups = Object.entries(counts).map(([tone, [cards, lines]]) => ({
    title: tone,
    glyph: glyphs[tone as 'breaks' | 'risk'],
    cards: Array.from({ length: cards }, () => null),
    steps: [{ lines: Array.from({ length: lines }, () => null) }],
  }));
  // Only their numbers are asked.
  return { title, bad: groups as unknown as CompareView['bad'] };
}
