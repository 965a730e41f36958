/** The files of words: what shares a beginning is in one file as long as there is room, to the byte. */
import { expect, test } from 'vitest';
import { keysOf, searchKey } from '../../../src/view/search/name-words.ts';
import { unpackNames } from '../../../src/view/search/search-format.ts';
import type { Row } from '../../../src/view/search/search-rows.ts';
import { wordFiles } from '../../../src/view/search/word-files.ts';
import { forSeeds } from '../../generate/random.ts';
import { roundsOf } from '../../rounds.ts';

/** The most that a file may take. */
const room = 100_000;

/** A row that takes so much of a file: its name, and services of which no place is listed. */
function row(name: string, size = 100, more: Partial<Row> & { readonly kind?: 'field' | 'value' | 'shape' } = {}): Row {
  const { kind = 'field', uses = 1, ...others } = more;
  const rest = Array.from({ length: size - name.length - 14 }, () => 's');
  return { name, uses, wraps: false, kinds: [{ kind, services: 1, uses, places: [], others: rest }], ...others };
}

function cut(...rows: readonly Row[]) {
  const { files, ranges, tops } = wordFiles(rows, new Map());
  const namesIn = (file: string) => unpackNames(JSON.parse(files.get(file) ?? '').names).join(' ');
  return {
    ranges: ranges.map(([beginning, file]) => [beginning, namesIn(file)]),
    tops: tops.map(([beginning, file]) => [beginning, namesIn(file)]),
  };
}

test('two letters are a beginning where its rows fit into a file', () => {
  expect(cut(row('Abc', room / 2), row('Abd', room / 2))).toEqual({ ranges: [['ab', 'Abc Abd']], tops: [] });
  const { ranges, tops } = cut(row('Abc', room / 2), row('Abd', room / 2 + 1));
  expect(ranges).toEqual([
    ['abc', 'Abc'],
    ['abd', 'Abd'],
  ]);
  // By itself the beginning finds the best of them.
  expect(tops).toEqual([['ab', 'Abc Abd']]);
});

test('a place that has no operation, no address and no version takes room for none', () => {
  const place = { service: 's', operation: null, way: '', since: null, address: null, uses: 1 };
  // Every place takes twelve bytes.
  const { kinds, ...rest } = row('Abc', room / 2 - 12);
  const placed = { ...rest, kinds: kinds.map((kind) => ({ ...kind, places: [place] })) };
  expect(cut(placed, row('Abd', room / 2)).ranges).toHaveLength(1);
  expect(cut(placed, row('Abd', room / 2 + 1)).ranges).toHaveLength(2);
});

test('neighbours share a file as long as there is room', () => {
  expect(cut(row('Ab', 60_000), row('Cd', 40_000), row('Ef')).ranges).toEqual([
    ['ab', 'Ab Cd'],
    ['ef', 'Ef'],
  ]);
  expect(cut(row('Ab', 60_000), row('Cd', 40_001), row('Ef')).ranges).toEqual([
    ['ab', 'Ab'],
    ['cd', 'Cd Ef'],
  ]);
});

test('a new name changes only the files of its letters where letters fill files', () => {
  const old = [row('Aab', 60_000), row('Aac', 60_000), row('Bab', 30_000), row('Bac', 60_000), row('Bad', 60_000)];
  const before = cut(...old, row('Cab')).ranges;
  const after = cut(...old, row('Aad', 30_000), row('Cab')).ranges;
  expect(before).toEqual([
    ['aab', 'Aab'],
    ['aac', 'Aac'],
    ['bab', 'Bab Bac'],
    ['bad', 'Bad'],
    ['ca', 'Cab'],
  ]);
  const others = (all: typeof before) => all.filter(([beginning]) => !String(beginning).startsWith('a'));
  expect(others(after)).toEqual(others(before));
});

test('a beginning that only one longer one has needs no file of its own', () => {
  const one = cut(row('Abcd', room), row('Abce', room));
  expect(one.tops.map(([beginning]) => beginning)).toEqual(['abc']);
  const whole = cut(row('Ab', room), row('Abce', room));
  expect(whole.tops.map(([beginning]) => beginning)).toEqual(['ab']);
  expect(whole.ranges).toEqual([['abc', 'Abce']]);
});

test('one letter finds only what is called so, and no more than sixty of them', () => {
  const { ranges } = cut(row('A'), row('Ab'));
  expect(ranges).toEqual([['a', 'A Ab']]);
  const many = Array.from({ length: 61 }, (_, at) => row(`B${'_'.repeat(at)}`, 100, { uses: 61 - at }));
  const names = cut(...many).ranges[0]?.[1]?.split(' ') ?? [];
  expect(names).toHaveLength(60);
  expect(names).not.toContain(many[60]?.name);
});

test('a name is found by each of its words, but what wraps only by its whole name', () => {
  const heavy = (name: string, wraps: boolean) => row(name, room, { wraps });
  expect(cut(heavy('PutThing', false)).ranges).toEqual([
    ['pu', 'PutThing'],
    ['th', 'PutThing'],
  ]);
  expect(cut(heavy('PutThing', true)).ranges).toEqual([['pu', 'PutThing']]);
});

test('of a beginning with too many rows the best sixty of each kind are shown', () => {
  const fields = Array.from({ length: 70 }, (_, at) => row(`Abc${at}x`, 2_000, { uses: 100 - at }));
  const shape = row('AbcShape', 2_000, { kind: 'shape' });
  const named = row('Abc', 2_000, { uses: 0 });
  const word = row('AbcdAbc', 2_000, { uses: 0 });
  const { tops } = cut(...fields, shape, named, word);
  const top = tops.find(([beginning]) => beginning === 'abc')?.[1]?.split(' ') ?? [];
  expect(top).toHaveLength(61);
  expect(top).toContain('AbcShape');
  // First what is called so, then what has it as a word.
  expect(top).toContain('Abc');
  expect(top).toContain('Abc0x');
  expect(top).not.toContain('Abc69x');
});

test('the best of a beginning are those that sorting all of them gives', () => {
  const kinds = ['field', 'value', 'shape'] as const;
  forSeeds(roundsOf(30, 6), (random) => {
    const names = new Set(
      Array.from({ length: 400 }, () =>
        Array.from({ length: random.whole(1, 3) }, () => random.pick(['Ab', 'Abc', 'Abd', 'Ac'])).join(''),
      ),
    );
    const numbered = [...names].flatMap((name) => Array.from({ length: 4 }, (_, at) => `${name}${at}`));
    const rows = numbered
      .sort()
      .map((name) => row(name, 2_000, { uses: random.whole(1, 5), kind: random.pick(kinds) }));
    const { tops, files } = wordFiles(rows, new Map());
    expect(tops.length).toBeGreaterThan(2);
    const inFile = (file: string) => new Set(unpackNames(JSON.parse(files.get(file) ?? '').names));
    for (const file of new Set(tops.map(([, one]) => one))) {
      const expected = tops.flatMap(([beginning, one]) => (one === file ? sortedBest(rows, beginning) : []));
      expect(inFile(file)).toEqual(new Set(expected));
    }
  });

  function sortedBest(rows: readonly Row[], beginning: string): readonly string[] {
    const entries = rows
      .flatMap((one) => keysOf(one.name).map((key) => ({ key, one })))
      .filter(({ key }) => key.startsWith(beginning));
    const rankOf = ({ key, one }: (typeof entries)[number]) =>
      searchKey(one.name) === beginning
        ? 0
        : key === beginning || keysOf(one.name).includes(key.slice(beginning.length))
          ? 1
          : 2;
    const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    const sorted = entries.sort(
      (a, b) =>
        rankOf(a) - rankOf(b) || b.one.uses - a.one.uses || order(a.key, b.key) || order(a.one.name, b.one.name),
    );
    return kinds.flatMap((kind) =>
      sorted
        .filter(({ one }) => one.kinds.some((own) => own.kind === kind))
        .slice(0, 60)
        .map(({ one }) => one.name),
    );
  }
});
