/** Tests what the page of an operation tells of its past, and what stands on a page apart. */
import { expect, test } from 'vitest';
import type { Change, Severity } from '../../../../src/model/index.ts';
import {
  hasOwnHistory,
  historyEntries,
  historyView,
  type Past,
} from '../../../../src/view/fields/history/operation-history.ts';
import { operationHistoryPage } from '../../../../src/view/pages/operation-history-page.ts';
import { fixtureSite } from '../../../fixture-site.ts';

const site = fixtureSite();
const release = (index: number) => ({ id: `1.0.${index}`, version: `1.0.${index}`, date: null });

/** A site whose operations all have this past. */
const siteOf = (past: Past): typeof site => ({ ...site, store: { ...site.store, operationHistory: () => past } });

function change(kind: string, value: string, path: string, more: Partial<Change> = {}): Change {
  const severity: Severity = more.severity ?? 'safe';
  const places = [{ operation: 'Brew', direction: 'request', path, severity } as const];
  return { service: 'tea', kind, value, key: `${kind}${value}${path}`, audience: 'sdk', severity, places, ...more };
}

const fields = (count: number): Past =>
  Array.from({ length: count }, (_, index) => ({
    release: release(count - index),
    changes: [change('field-added', '', `F${index}`)],
  }));
const growth: Past = [
  {
    release: release(50),
    changes: ['c9g', 'c9n'].map((value) => change('enum-value-added', value, 'Size', { shape: 'Size' })),
  },
  { release: release(49), changes: [change('enum-value-added', 'c8g', 'Size', { shape: 'Size' })] },
];

test('ten lines are told where they are', () => {
  const view = historyView(siteOf(fields(10)), 'tea', 'Brew');
  expect([view.count, view.entries.length, view.growth, view.all]).toEqual([10, 10, [], null]);
  expect(hasOwnHistory(siteOf(fields(10)), 'tea', 'Brew')).toBe(false);
});

test('of more the newest ten are told, values of enums are counted, and all of it is apart', () => {
  const past = [...growth, ...fields(12)];
  const view = historyView(siteOf(past), 'elbv2', 'CreateListener');
  expect(view.count).toBe(14);
  expect(view.entries.map((entry) => entry.release)).toEqual(
    fields(12)
      .slice(0, 10)
      .map((entry) => entry.release.id),
  );
  expect(view.growth).toEqual([
    {
      ...{ name: 'Size', text: '3 values added in 2 releases', newest: 'c9n', date: null },
      url: '/releases/1.0.50/elbv2/#enum-value-addedc9nSize',
    },
  ]);
  expect(view.all).toEqual({ label: 'All 14 changes', url: '/services/elbv2/CreateListener/history/' });
  expect(hasOwnHistory(siteOf(past), 'tea', 'Brew')).toBe(true);
  expect(historyEntries(siteOf(past), 'elbv2', 'Brew')).toHaveLength(14);
});

test('on the page of all of it, too, growth leads to the release of its service', () => {
  const past = [...growth, ...fields(12)];
  expect(operationHistoryPage(siteOf(past), 'elbv2', 'CreateListener').growth.map(({ url }) => url)).toEqual([
    '/releases/1.0.50/elbv2/#enum-value-addedc9nSize',
  ]);
});

test('what grew last stands first, however much it grew', () => {
  const late = [change('enum-value-added', 'z1', 'Zone', { shape: 'Zone' })];
  const past = [{ release: release(60), changes: late }, ...growth, ...fields(12)];
  expect(historyView(siteOf(past), 'tea', 'Brew').growth.map(({ name }) => name)).toEqual(['Zone', 'Size']);
});

test('a value that came twice is one value, and one that is gone is not counted', () => {
  const size = (kind: string, ...values: readonly string[]) =>
    values.map((value) => change(`enum-value-${kind}`, value, 'Size', { shape: 'Size' }));
  const grown = (...changes: readonly (readonly Change[])[]) => {
    const own = changes.map((one, at) => ({ release: release(100 - at), changes: one }));
    return historyView(siteOf([...own, ...fields(12)]), 'tea', 'Brew').growth.map(({ text, newest }) => [text, newest]);
  };
  const came = size('added', 'dim', 'off');
  const went = size('removed', 'off', 'dim');
  expect(grown(went, came, went, came)).toEqual([]);
  expect(grown(came, went, came)).toEqual([['2 values added in 1 release', 'off']]);
  expect(grown(size('removed', 'v9'), size('added', 'v9', 'v10', 'v2'), size('added', 'v1', 'v2'))).toEqual([
    ['3 values added in 2 releases', 'v10'],
  ]);
  expect(grown([...size('removed', 'v2'), ...size('added', 'v2')])).toEqual([['1 value added in 1 release', 'v2']]);
});

test('a sentence names the operation, not the others that share a shape with it', () => {
  const place = (operation: string, severity: Severity) =>
    ({ operation, direction: 'request', path: 'Filters[].Name', severity }) as const;
  const shared = change('field-removed', '', 'Filters[].Name', {
    severity: 'breaking',
    places: [place('Brew', 'breaking'), place('Pour', 'dangerous'), place('Serve', 'breaking')],
    unlisted: 4,
  });
  const past: Past = [{ release: release(1), changes: [shared] }];
  const [entry] = historyEntries(siteOf(past), 'tea', 'Pour');
  const text = entry?.lines[0]?.title.map((part) => part.text).join('');
  expect(text).toContain('Pour');
  expect(text).not.toMatch(/Brew|more/);
  expect(entry?.lines[0]?.glyph.sign).toBe('?');
  expect(historyView(siteOf(past), 'tea', 'Pour').entries).toEqual([entry]);
  // Where none of its places is listed, nobody knows more than the whole.
  const whole = historyEntries(siteOf(past), 'tea', 'Boil')[0]
    ?.lines[0]?.title.map((part) => part.text)
    .join('');
  expect(whole).toMatch(/Brew.* more/);
});

test('a release of many changes is told by as many as there is room for', () => {
  const changes = Array.from({ length: 9 }, (_, index) => change(`of-the-future-${index}`, '', ''));
  const past = [{ release: release(7), changes }, { release: release(6), changes }, ...fields(2)];
  const view = historyView(siteOf(past), 'tea', 'Brew');
  expect(view.entries.map(({ release, lines }) => [release, lines.length])).toEqual([
    ['1.0.7', 9],
    ['1.0.6', 1],
  ]);
});

test('what only the wire shows is no line of its own, and no history is said to be one', () => {
  const past: Past = [{ release: release(1), changes: [change('wire-name-changed', '', 'F', { audience: 'wire' })] }];
  expect(historyView(siteOf(past), 'tea', 'Brew')).toMatchObject({ count: 0, entries: [], none: expect.any(String) });
  expect(historyView(siteOf([]), 'tea', 'Brew')).toMatchObject({ count: 0, none: null });
});

test('lines that say the same of many fields are one, and the whole history has each', () => {
  const patterned = (names: readonly string[]) =>
    names.map((name) =>
      change('constraint-tightened', 'pattern', name, {
        ...{ severity: 'docs', before: '^a$', after: '^b$', details: { limit: 'pattern' } },
      }),
    );
  const pastOfNames = (names: readonly string[]): Past => [{ release: release(1), changes: patterned(names) }];
  const linesOf = (names: readonly string[]) =>
    historyEntries(siteOf(pastOfNames(names)), 'tea', 'Brew')[0]?.lines ?? [];
  const words = (title: readonly { readonly text: string }[]) => title.map(({ text }) => text).join('');
  expect(linesOf(['A', 'B']).map(({ title }) => words(title))).toEqual([
    'A must match another pattern',
    'B must match another pattern',
  ]);
  expect(linesOf(['A', 'B', 'C']).map(({ title }) => words(title))).toEqual(['A, B and C must match another pattern']);
  const [fold, ...others] = linesOf(['A', 'B', 'C', 'D']);
  expect(others).toEqual([]);
  expect(words(fold?.title ?? [])).toBe('A, B, C and 1 more must match another pattern');
  expect(fold?.folded.map(({ title }) => words(title))[3]).toBe('D must match another pattern');
  expect(fold?.url).toBe(fold?.folded[0]?.url);
  // Each field counts, in whatever part of a sentence it stands; a structure above it makes no difference.
  const mixed = linesOf(['A', 'B[]', 'C{key}', 'D.A', 'D.E[]', 'F{}']);
  expect(mixed.map(({ title }) => words(title))).toEqual([
    'A, entries of B, keys of C and 2 more must match another pattern',
  ]);
  // On the page of the operation there is no room for them where the whole history has a page.
  const view = historyView(siteOf([...pastOfNames(['A', 'B', 'C']), ...fields(12)]), 'tea', 'Brew');
  expect(view.entries[0]?.lines).toHaveLength(1);
  expect(view.entries[0]?.lines[0]?.folded).toEqual([]);
});

test('a sentence of more than three names is folded too, and one about the operation is not', () => {
  const patterned = (key: string, ...paths: readonly string[]) =>
    change('constraint-tightened', 'pattern', key, {
      ...{ severity: 'docs', before: '^a$', after: '^b$', details: { limit: 'pattern' } },
      places: paths.map((path) => ({ operation: 'Brew', direction: 'request', path, severity: 'docs' })),
    });
  const told = (...changes: readonly Change[]) =>
    historyEntries(siteOf([{ release: release(1), changes }]), 'tea', 'Brew')[0]?.lines.map(({ title, folded }) => [
      title.map(({ text }) => text).join(''),
      folded.length,
    ]);
  const many = patterned('many', 'A', 'B[]', 'C', 'D', 'E');
  expect(told(many, patterned('f5', 'f5', 'm0{}'), patterned('f10', 'f10'), patterned('f6', 'f6'))).toEqual([
    ['A, C, D and 6 more must match another pattern', 4],
  ]);
  expect(told(many, patterned('f5', 'f5'), patterned('whole', ''))).toHaveLength(3);
});
