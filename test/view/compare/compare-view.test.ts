/** What a comparison shows: its sections, its verdict, what is told release by release, and why there is nothing to show. */
import { describe, expect, test } from 'vitest';
import { plainSentence } from '../../../src/diff/index.ts';
import type { HistoryJson } from '../../../src/view/api/history-json.ts';
import { type ComparedGroup, compareView, groupCount, restTitle } from '../../../src/view/compare/compare-view.ts';
import { historyOf } from './tiny-history.ts';

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
  expect(view.verdict.map(({ words, section }) => [words, section])).toEqual([
    ['1 break', 'Breaks callers'],
    ['0 may break', null],
  ]);
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

describe('sections and verdict of a comparison', () => {
  const before = [
    'Brew request Leaf string optional',
    'Brew request Old string optional',
    'Brew response Heat integer required',
    'Pour request Cup dict optional',
    'Pour request Cup.Size integer optional',
  ];
  const after = [
    'Brew request Leaf string optional deprecated="Use Herb."',
    'Brew request New string optional',
    'Brew response Heat integer optional',
    'Pour request Cup dict optional',
    'Pour request Cup.Size integer optional',
    'Rinse doc="Rinses."',
    'Stir',
  ];
  const view = compareView(historyOf([before.join('\n'), after.join('\n')]), '1.0.0', '1.0.1');
  const outline = (groups: readonly ComparedGroup[]) =>
    groups.map(({ title, glyph, cards }) => [
      title,
      glyph.words,
      cards.map(({ card }) => plainSentence(card.sentence)),
    ]);

  test('what breaks comes first, then what may, then what is only deprecated', () => {
    expect(outline(view.bad)).toEqual([
      ['Breaks callers', 'breaks callers', ['Brew no longer takes Old — passing it raises ParamValidationError']],
      ['May break', 'may break', ['Heat may be missing from what Brew returns — check before reading it']],
      ['Deprecated', 'changed', ['Leaf is deprecated: Use Herb']],
    ]);
  });

  test('what is new is apart from what changed, and new operations have their own section', () => {
    expect(outline(view.good)).toEqual([['New', 'new', ['Brew takes a new optional field New']]]);
    expect(view.operations.map(({ name }) => name)).toEqual(['Rinse', 'Stir']);
    expect([view.words, view.wire, view.steps, view.quietSteps]).toEqual([[], [], [], []]);
    expect([view.title, view.said, view.between.map(({ id }) => id)]).toEqual(['tea', null, ['1.0.1']]);
  });

  test('the verdict counts each sort, and leads to its section', () => {
    expect(view.verdict.map(({ words, section, glyph }) => [words, section, glyph.words])).toEqual([
      ['1 break', 'Breaks callers', 'breaks callers'],
      ['1 may break', 'May break', 'may break'],
      ['2 operations', 'New operations', 'new'],
      ['1 new', 'New', 'new'],
      ['1 other', 'Deprecated', 'changed'],
    ]);
  });

  test('the way back is compared too', () => {
    const back = compareView(historyOf([before.join('\n'), after.join('\n')]), '1.0.1', '1.0.0');
    expect(back.between).toEqual([]);
    expect(back.verdict.map(({ words }) => words)).toEqual(['2 breaks', '0 may break', '1 new', '2 other']);
  });

  test('on the way back nothing is said of an upgrade', () => {
    const told = (from: string, to: string) =>
      compareView(historyOf(['Brew', 'Brew\nStir', 'Brew']), from, to).bad.flatMap(({ cards }) =>
        cards.map(({ card }) => [plainSentence(card.sentence), card.advice]),
      );
    expect(told('1.0.1', '1.0.2')).toEqual([
      [
        'Stir is gone — calls fail with AttributeError after the upgrade',
        'Remove the calls, or stay on the version before.',
      ],
    ]);
    expect(told('1.0.1', '1.0.0')).toEqual([
      ['Stir is gone — calls fail with AttributeError in 1.0.0', 'Remove the calls, or stay on 1.0.1.'],
    ]);
  });
});

describe('nothing to compare is said in a sentence', () => {
  const history = (since: HistoryJson['since'] = null) => historyOf(['Brew', '', 'Brew\nPour'], [], since);

  test.each([
    ['0.1', '1.0.0', 'tea is known since 1.0.0: how it was in 0.1 is unknown.', { release: '1.0.0', orEarlier: true }],
    ['0.1', '1.0.0', 'tea is known since a later release: how it was in 0.1 is unknown.', null],
    ['0.1', '1.0.0', 'tea is new: it was not in 0.1 yet.', { release: '1.0.0', orEarlier: false }],
    ['1.0.0', '1.0.1', 'tea was removed: it is not in 1.0.1 any more.', null],
    ['1.0.1', '1.0.2', 'tea is new: it was not in 1.0.1 yet.', null],
    ['1.0.1', '1.0.1', 'tea is in neither 1.0.1 nor 1.0.1.', null],
    ['0.1', '1.0.1', 'tea is in neither 0.1 nor 1.0.1.', { release: '1.0.0', orEarlier: false }],
    ['1.0.0', '1.0.0', 'Nothing changed in tea between 1.0.0 and 1.0.0.', null],
  ])('%s, %s: %s', (from, to, said, since) => {
    const view = compareView(history(since), from, to);
    expect(view.said).toBe(said);
    expect([view.bad, view.good, view.operations, view.steps, view.quietSteps]).toEqual([[], [], [], [], []]);
    expect(view.title).toBe('tea');
  });

  test('a service that was renamed', () => {
    const renamed = { ...history(), renamed: { service: 'chai', release: '1.0.1' } };
    const said = 'tea was renamed in 1.0.1, and is chai now: compare chai.';
    expect(compareView(renamed, '1.0.0', '1.0.1')).toMatchObject({ said, renamedTo: 'chai' });
    expect(compareView(renamed, '1.0.1', '1.0.1').said).toBe(said);
    expect(compareView(renamed, '1.0.0', '1.0.0').said).toContain('Nothing changed');
    expect(compareView(renamed, '1.0.0', '1.0.0').renamedTo).toBeNull();
  });

  test('a service that is never known whole', () => {
    const view = compareView({ ...history(), facts: [] }, '1.0.0', '1.0.2');
    expect(view.said).toBe('tea is not known whole in any release, so no two versions can be compared.');
    expect(view.verdict).toEqual([]);
  });
});

describe('what has no net is told release by release', () => {
  const one = (severity: 'breaking' | 'dangerous' | 'safe' | 'docs', audience: 'sdk' | 'wire' = 'sdk') => ({
    ...{ kind: 'limit-changed', severity, audience, sentence: `${severity} ${audience}` },
  });
  const between = (...more: readonly Partial<HistoryJson['releases'][number]>[]) =>
    compareView(historyOf(['Brew', ...more.map(() => 'Brew')], [{}, ...more]), '1.0.0', `1.0.${more.length}`);

  test('callers see it, or only words and the wire have it', () => {
    const view = between({ steps: [one('safe'), one('docs'), one('safe', 'wire')] }, { steps: [one('breaking')] }, {});
    expect(view.steps.map(({ release, lines }) => [release.id, lines.map(({ sentence }) => sentence)])).toEqual([
      ['1.0.1', ['safe sdk']],
    ]);
    expect(view.quietSteps.map(({ release, lines }) => [release.id, lines.map(({ sentence }) => sentence)])).toEqual([
      ['1.0.1', ['docs sdk', 'safe wire']],
    ]);
    expect(view.bad.map(({ title, steps }) => [title, steps.map(({ release }) => release.id)])).toEqual([
      ['Breaks callers', ['1.0.2']],
    ]);
    expect(view.said).toBeNull();
  });

  test('what came after the older version cannot have been used, so its limits break nobody', () => {
    const states = [
      'Brew request Leaf string optional',
      'Brew request Leaf string optional\nBrew request Pot dict optional\nBrew request Pot.Size integer optional\nStir request Leaf string optional',
    ];
    const limit = (
      sentence: string,
      places: readonly (readonly [string, 'request' | 'response', string])[],
      more = 0,
    ) => ({
      ...{ ...one('dangerous'), sentence, places: places as never },
      ...(more > 0 ? { morePlaces: more } : {}),
    });
    const steps = [
      limit('old', [['Brew', 'request', 'Leaf']]),
      limit('old and new', [
        ['Brew', 'request', 'Leaf'],
        ['Stir', 'request', 'Leaf'],
      ]),
      limit('of a new operation', [['Stir', 'request', 'Leaf']]),
      limit('of a new field', [['Brew', 'request', 'Pot']]),
      limit('in a new field', [['Brew', 'request', 'Pot.Size']]),
      limit('not in it', [['Brew', 'request', 'PotLid']]),
      limit('also elsewhere', [['Stir', 'request', 'Leaf']], 2),
    ];
    const toldOf = (from: string, to: string) =>
      compareView(historyOf([...states, states[1] ?? ''], [{}, {}, { steps }]), from, to)
        .bad.flatMap((group) => group.steps.flatMap(({ lines }) => lines))
        .map(({ sentence, places }) => [sentence, places?.length]);
    expect(toldOf('1.0.0', '1.0.2')).toEqual([
      ['old', 1],
      ['old and new', 1],
      ['not in it', 1],
      ['also elsewhere', 0],
    ]);
    expect(toldOf('1.0.1', '1.0.2').map(([, count]) => count)).toEqual([1, 2, 1, 1, 1, 1, 1]);
  });

  test('a release with changed descriptions, or with steps that are not listed, is told', () => {
    expect(between({}, { descriptions: 1 }).quietSteps.map(({ release }) => release.id)).toEqual(['1.0.2']);
    expect(between({ moreSteps: 3 }, {}).quietSteps.map(({ more }) => more)).toEqual([3]);
    expect(between({}, {}).quietSteps).toEqual([]);
    expect(between({ descriptions: 1 }).said).toBeNull();
    expect(between({}).said).toBe('Nothing changed in tea between 1.0.0 and 1.0.1.');
  });
});
