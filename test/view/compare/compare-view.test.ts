/** The verdict of a comparison, and limits that may break a caller beside the other changes that may. */
import { expect, test } from 'vitest';
import type { HistoryJson } from '../../../src/view/api/history-json.ts';
import { compareView, groupCount, restTitle } from '../../../src/view/compare/compare-view.ts';

type Steps = HistoryJson['releases'][number]['steps'];

test('a limit that may break stands under “May break” and counts in the verdict', () => {
  const view = compareView(
    history([step('dangerous', 'The list takes fewer.'), step('safe', 'The list takes more.')]),
    '1.0.0',
    '1.1.0',
  );
  expect(view.bad.map(({ title }) => title)).toEqual(['May break']);
  expect(view.bad.map(groupCount)).toEqual([1]);
  expect(view.steps.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))).toEqual(['The list takes more.']);
  expect(view.verdict.map(({ words, section }) => [words, section])).toEqual([
    ['0 breaks', null],
    ['1 may break', 'May break'],
    ['1 other', restTitle],
  ]);
});

test('a limit that breaks stands under “Breaks callers”', () => {
  const view = compareView(history([step('breaking', 'Gone.')]), '1.0.0', '1.1.0');
  expect(view.bad.map(({ title }) => title)).toEqual(['Breaks callers']);
  expect(view.verdict.map(({ words }) => words)).toEqual(['1 break', '0 may break']);
});

test('limits that may break stand newest first, with their advice and places; changed descriptions do not stand among them', () => {
  const told = {
    ...step('dangerous', 'Two.'),
    advice: 'Send less.',
    places: [['Op', 'request', 'A'] as const],
    key: 'k',
  };
  const past = history([told as never]);
  const older = { id: '1.0.5', date: null, url: '/c/', steps: [step('dangerous', 'One.')], descriptions: 15 };
  past.releases.splice(1, 0, older);
  const view = compareView(past, '1.0.0', '1.1.0');
  const steps = view.bad.flatMap((group) => group.steps);
  expect(steps.map(({ release, lines }) => [release.id, lines.map(({ sentence }) => sentence)])).toEqual([
    ['1.1.0', ['Two.']],
    ['1.0.5', ['One.']],
  ]);
  expect(steps[0]?.lines[0]).toMatchObject({ advice: 'Send less.', places: [['Op', 'request', 'A']], key: 'k' });
  expect(steps.map(({ descriptions }) => descriptions)).toEqual([0, 0]);
  expect(view.quietSteps.map(({ descriptions }) => descriptions)).toEqual([15]);
});

test('nothing changed has no verdict to read beside that', () => {
  const view = compareView(history([]), '1.0.0', '1.1.0');
  expect(view.said).toBe('Nothing changed in one between 1.0.0 and 1.1.0.');
  expect(view.bad).toEqual([]);
});

function step(severity: 'breaking' | 'dangerous' | 'safe', sentence: string): NonNullable<Steps>[number] {
  return { kind: 'limit-changed', severity, audience: 'sdk', sentence };
}

function history(steps: NonNullable<Steps>): HistoryJson {
  return {
    ...{ schemaVersion: 1, id: 'one', title: 'One', url: '/services/one/', slugs: {} },
    since: { release: '1.0.0', orEarlier: true },
    releases: [
      { id: '1.0.0', date: null, url: '/a/' },
      { id: '1.1.0', date: null, url: '/b/', steps },
    ],
    ...{ lives: [[0]], facts: [[['limits']]], life: 0, operations: [], shapes: [], errors: [], errorChanges: [] },
    ...{ waiters: [], paginators: [] },
  } as unknown as HistoryJson;
}
