/** Tests which items stand in which document, above all that an archive keeps its items for ever. */
import { expect, test } from 'vitest';
import { type Documents, layOut, type Measured, maxDocument, maxItems } from '../../src/feed/archives.ts';

/** Items, the newest first: `count` of each year, all of one size. */
function itemsOf(years: Readonly<Record<string, number>>, size = 1_000): readonly Measured[] {
  return Object.entries(years)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([year, count]) => Array.from({ length: count }, () => ({ year, size })));
}

const parts = ({ archives }: Documents) => archives.map(({ part, from, to }) => `${part} ${from}-${to}`);

test('a feed whose items all fit has no archives', () => {
  expect(layOut([])).toEqual({ newest: { from: 0, to: 0 }, archives: [] });
  expect(layOut(itemsOf({ 2024: 20, 2025: 30 }))).toEqual({ newest: { from: 0, to: 50 }, archives: [] });
});

test('what falls out is archived by year, in parts, and what is whole in the newest document is not', () => {
  const { newest, archives } = layOut(itemsOf({ 2023: 60, 2024: 70, 2025: 40 }));
  expect(newest).toEqual({ from: 0, to: 50 });
  expect(parts({ newest, archives })).toEqual(['2023 120-170', '2023-2 110-120', '2024 60-110', '2024-2 40-60']);
});

test('a year that ends with the newest document needs no archive', () => {
  const { newest, archives } = layOut(itemsOf({ 2024: 20, 2025: 50 }));
  expect(newest).toEqual({ from: 0, to: 50 });
  expect(parts({ newest, archives })).toEqual(['2024 50-70']);
});

test('fewer items where they are large', () => {
  const { newest, archives } = layOut(itemsOf({ 2024: 20, 2025: 20 }, 40_000));
  expect(newest.to).toBe(12);
  expect(parts({ newest, archives })).toEqual(['2024 28-40', '2024-2 20-28', '2025 8-20']);
  expect(newest.to * 40_000).toBeLessThan(maxDocument);
});

test('an archive is filled to its last byte, as the newest document is', () => {
  let size = maxDocument / 2;
  while (layOut(itemsOf({ 2025: 2 }, size)).newest.to < 2) size--;
  // The rest of a document is for its title, addresses and links.
  expect(2 * size).toBe(504 * 1024);
  expect(parts(layOut(itemsOf({ 2025: 4 }, size)))).toEqual(['2025 2-4']);
  expect(parts(layOut(itemsOf({ 2025: 4 }, size + 1)))).toEqual(['2025 3-4', '2025-2 2-3', '2025-3 1-2']);
});

test('an item that is larger than a document may be stands alone', () => {
  const { newest, archives } = layOut(itemsOf({ 2025: 3 }, 2 * maxDocument));
  expect(newest).toEqual({ from: 0, to: 1 });
  expect(parts({ newest, archives })).toEqual(['2025 2-3', '2025-2 1-2']);
});

/** The same numbers on every machine. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9)
    yield (state >>> 0) / 2 ** 32;
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'no item is lost, and no archive changes, whatever comes after (seed %i)',
  (seed) => {
    const random = numbers(seed);
    const next = () => random.next().value;
    const items: Measured[] = [];
    let year = 2019;
    const published = new Map<string, string>();
    for (let round = 0; round < 400; round++) {
      if (next() < 0.02) year++;
      // The newest comes first; its place from the end stays the same.
      items.unshift({ year: `${year}`, size: Math.floor(next() * (seed % 2 === 0 ? 40_000 : 3_000)) });
      const { newest, archives } = layOut(items);
      const told = new Set([newest, ...archives].flatMap(({ from, to }) => items.slice(from, to)));
      expect(told.size).toBe(items.length);
      expect(newest.to).toBeLessThanOrEqual(maxItems);
      for (const { part, from, to } of archives) {
        const own = items.slice(from, to);
        expect(own.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(maxDocument);
        expect(new Set(own.map((item) => item.year))).toEqual(new Set([part.slice(0, 4)]));
        const place = `${items.length - to}-${items.length - from}`;
        expect(published.get(part) ?? place, part).toBe(place);
        published.set(part, place);
      }
      expect([...published.keys()]).toEqual(archives.map(({ part }) => part));
    }
    expect(published.size).toBeGreaterThan(5);
  },
);
