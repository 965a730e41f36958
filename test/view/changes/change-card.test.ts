/** Tests how changes are put on cards, and the cards under operations. */
import { expect, test } from 'vitest';
import { code } from '../../../src/diff/index.ts';
import type { Change, Severity } from '../../../src/model/index.ts';
import { beforeAfter } from '../../../src/view/changes/before-after.ts';
import { changeCards } from '../../../src/view/changes/change-card.ts';
import { releaseSections } from '../../../src/view/changes/release-sections.ts';
import { serviceReleasePage } from '../../../src/view/pages/service-release-page.ts';
import { spans } from '../../../src/view/site/words.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { hostile } from '../../fixture-services.ts';
import { fixtureSite } from '../../fixture-site.ts';
import { cardsIn } from '../cards-in.ts';

const site = fixtureSite();
const page = serviceReleasePage(site, '1.40.73', 'elbv2');

const cardOf = (text: string) => cardsIn(page.sections).find(({ titleText }) => titleText.includes(text));

test('what breaks comes first, then what may, then what is new, words and the wire last', () => {
  const { bad, good, operations, words, wire } = page.sections;
  expect(bad.map(({ title, cards }) => `${title} ${cards.length}`)).toEqual(['Breaks callers 3', 'May break 1']);
  expect(good.map(({ title, cards }) => `${title} ${cards.length}`)).toEqual([
    'New 4',
    'Changed, harmless to callers 1',
  ]);
  expect([operations.length, words.length, wire.length]).toEqual([0, 1, 0]);
  expect(bad[0]?.cards.map(({ glyph }) => glyph.sign)).toEqual(['!', '!', '!']);
});

test('a new operation is a row with what it does', () => {
  const own = serviceReleasePage(site, '2020-09-08', 'apigatewayv2').sections;
  expect(own.operations).toEqual([
    {
      name: 'ResetAuthorizersCache',
      key: '0000000000e1',
      url: '/services/apigatewayv2/ResetAuthorizersCache/',
      summary: '',
    },
  ]);
});

test('values that came at the same places share one card, and keep their anchors', () => {
  const card = cardOf('ProtocolEnum');
  expect(card?.titleText).toBe(
    '`ProtocolEnum` can be `QUIC` or `TCP_QUIC` in requests and responses — handle unknown values',
  );
  expect(card?.changes.map(({ key }) => key)).toEqual(['0000000000b1', '0000000000b2']);
  expect(card?.reach).toBe('2 operations, 4 places');
});

test('places with other severities than the card say so, each leads to its field', () => {
  const card = cardOf('ProtocolEnum');
  expect(card?.operations[0]).toEqual({
    operation: 'CreateListener',
    url: '/services/elbv2/CreateListener/',
    places: [
      {
        direction: 'request',
        path: 'Protocol',
        url: '/services/elbv2/CreateListener/#request.Protocol',
        severity: 'safe',
      },
      {
        direction: 'response',
        path: 'Listeners[].Protocol',
        url: '/services/elbv2/CreateListener/#response.Listeners[].Protocol',
        severity: 'dangerous',
      },
    ],
  });
});

test('every change of the release stands on exactly one card', () => {
  const keys = cardsIn(page.sections).flatMap(({ changes }) => changes.map(({ key }) => key));
  const expected = site.store.changes('elbv2', '1.40.73').map(({ key }) => key);
  expect(keys.toSorted()).toEqual(expected.toSorted());
});

test('a removed operation has no page to lead to', () => {
  expect(cardOf('SetListener')?.operations.map(({ url }) => url)).toEqual([null]);
});

test('a kind that no rule knows is told all the same', () => {
  const card = cardOf('from the future');
  expect(card?.kindUrl).toBeNull();
  expect(card?.titleText).toBe('Kind from the future: ``  x`y  ``'.replaceAll('  ', ' '));
});

test('before and after are left out where the sentence has them, and marked word by word where they are long', () => {
  const [change] = site.store.changes('elbv2', '1.40.73').filter(({ kind }) => kind === 'type-changed');
  if (change === undefined) throw new Error('expected the fixture');
  expect(beforeAfter(change, 'from `integer` to `string`')).toBeNull();
  expect(beforeAfter(change, 'changed')).toEqual({ before: 'integer', after: 'string', words: null });
  const [docs] = changeCards(
    site,
    site.store.changes('elbv2', '1.40.73').filter(({ kind }) => kind === 'documentation-changed'),
  );
  const words = docs?.changes[0]?.beforeAfter?.words ?? [];
  const text = (not: string) => words.filter(({ change }) => change !== not).map(({ text }) => text);
  expect(text('added').join('')).toContain('The port that the listener listens on');
  expect(text('removed').join('')).toContain('The port on which the listener waits for clients');
});

test.each(['QUIC', 'a`b', '``', ' x ', '`', hostile])('%j survives as a code span', (name) => {
  expect(spans(`the ${code(name)} end`)).toEqual([
    { text: 'the ', code: false },
    { text: name, code: true },
    { text: ' end', code: false },
  ]);
});

test('descriptions stand apart from changes, and no more of them than a page can hold', () => {
  const described = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ service: 'elbv2', kind: 'documentation-changed', value: '', severity: 'docs' as const },
      ...{ audience: 'sdk' as const, key: `d${index}`, before: 'The port.', after: `The port ${index} of ${hostile}.` },
      places: [{ operation: 'CreateListener', direction: 'request' as const, path: 'Port', severity: 'docs' as const }],
    }));
  const pageWith = (count: number) =>
    serviceReleasePage({ ...site, store: { ...site.store, descriptions: () => described(count) } }, '1.40.73', 'elbv2');
  expect(page.words).toMatchObject({ title: '1 statement without effect on calls', more: null });
  const few = pageWith(2).words;
  expect(few).toMatchObject({ title: '2 descriptions changed, 1 statement without effect on calls', more: null });
  expect(few.cards[0]?.changes[0]?.beforeAfter?.words).toContainEqual({ text: 'The port', change: 'same' });
  const many = pageWith(35).words;
  expect(many.cards).toHaveLength(21);
  expect(many.more).toMatch(/^15 descriptions more/);
  expect(pageWith(2).sections).toEqual(page.sections);
});

test('a page lists so many places, and counts the others', () => {
  const places = Array.from({ length: 900 }, (_, index) => ({
    ...{ operation: `Op${index % 300}`, direction: 'request' as const, path: `F${index}`, severity: 'safe' as const },
  }));
  const change = (key: string, value: string) => ({
    ...{ service: 'elbv2', kind: 'type-changed', value, severity: 'safe' as const, audience: 'sdk' as const, key },
    places: places.map((place) => ({ ...place, path: `${place.path}${key}` })),
  });
  const [alone] = changeCards(site, [change('a', 'integer>string')]);
  expect(alone?.more).toBe(840);
  const [short] = changeCards(site, [{ ...change('a', 'integer>string'), places: places.slice(0, 60) }]);
  expect(short?.more).toBe(0);
  const cards = changeCards(site, [change('a', 'integer>string'), change('b', 'string>integer')]);
  expect(cards.map(({ more, touched }) => [more, touched.length])).toEqual([
    [840, 300],
    [840, 300],
  ]);
  expect(cards[0]?.operations.reduce((sum, operation) => sum + operation.places.length, 0)).toBe(60);
});

test('a page with a thousand places lists all of them, one with more shares that room out, four at least for each', () => {
  const more = (...sizes: readonly number[]) => {
    const changes = sizes.map((size, at) =>
      changeOf('type-changed', `odd${at}>string`, {
        key: `k${at}`,
        places: Array.from({ length: size }, (_, place) => placeOf(`Op${place}`, `F${at}`)),
      }),
    );
    const cards = changeCards(site, changes);
    expect(cards).toHaveLength(sizes.length);
    return cards.map((card) => card.more).filter((left) => left > 0);
  };
  const many = (count: number, size: number) => Array.from({ length: count }, () => size);
  expect(more(60, ...many(94, 10))).toEqual([]);
  expect(more(60, 11, ...many(93, 10))).toEqual([50, 1]);
  expect(more(...many(300, 5))).toEqual(many(300, 1));
});

test.each<[unknown, unknown, string | null, string | null]>([
  [{ deprecated: { message: 'Old.', since: '2025-05-13' } }, null, null, null],
  [{ message: 'Use the other.' }, { message: 'Use a third.' }, 'Use the other.', 'Use a third.'],
  [
    { method: 'PUT', requestUri: '/a' },
    { method: 'POST', requestUri: '/a' },
    'method: PUT, requestUri: /a',
    'method: POST, requestUri: /a',
  ],
  [{}, { hostPrefix: 'cp.' }, null, 'hostPrefix: cp.'],
])('%j to %j is shown without the signs of JSON', (before, after, was, is) => {
  const change = { service: 's', kind: 'x', value: 'v', key: 'k', severity: 'docs', audience: 'sdk', places: [] };
  const shown = beforeAfter({ ...change, before, after } as unknown as Change, 'changed');
  expect([shown?.before ?? null, shown?.after ?? null]).toEqual([was, is]);
});

test('changes of one key have anchors of their own', () => {
  const change = site.store.changes('elbv2', '1.40.73').filter(({ kind }) => kind === 'type-changed');
  const cards = changeCards(site, [...change, ...change.map((one) => ({ ...one, kind: 'field-removed' }))]);
  expect(cards.flatMap(({ changes }) => changes.map(({ key }) => key))).toEqual(['0000000000c3', '0000000000c3-2']);
});

test('values stand by their names, few or many', () => {
  const keys = (...values: readonly string[]) =>
    changeCards(
      site,
      values.map((value) => changeOf('enum-value-added', value, { shape: 'Size', key: value })),
    )[0]?.changes.map(({ key }) => key);
  expect(keys('m9g.large', 'c8in.large', 'm9g.medium', 'c8in.xlarge')).toEqual([
    ...['c8in.large', 'c8in.xlarge', 'm9g.large', 'm9g.medium'],
  ]);
  expect(keys('m9g.large', 'c8in.large')).toEqual(['c8in.large', 'm9g.large']);
});

test('thirty fields of one card are thirty names in order, no sentences', () => {
  const gone = Array.from({ length: 30 }, (_, at) => `F${at}`).map((name) =>
    changeOf('field-removed', '', { key: name, severity: 'breaking', places: [placeOf('CreateListener', name)] }),
  );
  const [card] = changeCards(site, [...gone.slice(11), ...gone.slice(0, 11).reverse()]);
  expect(card?.titleText).toContain('`F0`, `F1`, `F2` and 27 more');
  expect(card?.changes.map(({ name }) => name)).toEqual(
    Array.from({ length: 30 }, (_, at) => [{ text: `F${at}`, code: true }]),
  );
});

test('operations, and fields with the same unknown trait, are told apart by their names', () => {
  const names = (changes: readonly Change[]) =>
    changeCards(site, changes)[0]?.changes.map(({ name }) => name.map(({ text }) => text).join(''));
  const gone = ['D', 'C', 'B', 'A'].map((name) =>
    changeOf('operation-removed', '', {
      key: name,
      severity: 'breaking',
      places: [placeOf(name, '', { direction: null })],
    }),
  );
  expect(names(gone)).toEqual(['A', 'B', 'C', 'D']);
  const traits = ['D', 'C[]'].map((path) =>
    changeOf('trait-added', 'new', { key: path, places: [placeOf('CreateListener', path)] }),
  );
  expect(names(traits)).toEqual(['entries of C', 'D']);
});

test('new operations are rows by name', () => {
  const added = ['Op10', 'Op2', 'Op1'].map((name) =>
    changeOf('operation-added', '', { key: name, places: [placeOf(name, '', { direction: null })] }),
  );
  expect(releaseSections(site, 'elbv2', added, new Map()).operations.map(({ name }) => name)).toEqual([
    ...['Op1', 'Op2', 'Op10'],
  ]);
});

test('advice that neighbours share is given once', () => {
  const limit = (path: string, severity: Severity) =>
    changeOf('constraint-tightened', '', {
      ...{ key: path, severity, after: 64, details: { limit: 'max', unit: 'character' } },
      places: [placeOf('CreateListener', path, { severity })],
    });
  const changes = [
    limit('A', 'dangerous'),
    limit('B', 'dangerous'),
    changeOf('field-removed', '', { severity: 'breaking' }),
  ];
  const [breaks, may] = releaseSections(site, 'elbv2', changes, new Map()).bad;
  expect(breaks?.cards.map(({ why }) => why === null)).toEqual([false]);
  expect(may?.cards.map(({ why }) => why === null)).toEqual([false, true]);
});

test('an operation itself is no place in it', () => {
  const gone = changeOf('operation-removed', '', { places: [placeOf('SetListener', '', { direction: null })] });
  expect(changeCards(site, [gone])[0]?.operations).toEqual([{ operation: 'SetListener', url: null, places: [] }]);
  const error = changeOf('field-removed', '', {
    places: [placeOf('CreateListener', 'TooManyTags.Limit', { direction: null })],
  });
  expect(changeCards(site, [error])[0]?.operations[0]?.places).toEqual([
    { direction: null, path: 'TooManyTags.Limit', url: null, severity: null },
  ]);
});
