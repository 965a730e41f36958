/** Search over all of AWS: the sixty queries, and what their files weigh. */
import { beforeAll, expect, test } from 'vitest';
import { searchFiles } from '../../src/view/search/search-files.ts';
import { type NamesFile, unpackNames, type WordsFile } from '../../src/view/search/search-format.ts';
import { readApi } from '../parse/read-source.ts';
import { describeShared } from '../shared.ts';
import { modelsSite } from './models-site.ts';
import { isFirst, readQueries, searchFor, share, weigh } from './queries.ts';

describeShared('search over all of AWS', () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    files = searchFiles(modelsSite((await readApi('data/models-1.43.67.tar.xz')).services));
  }, 600_000);

  test.each(readQueries('queries.txt'))('$typed finds $first', async ({ typed, first }) => {
    const found = await searchFor(files, typed);
    expect(isFirst(found.first, first), found.first).toBe(true);
  });

  test('the list of operations weighs at most 110 KB, a file of names 32 KB, the list of files 16 KB', () => {
    expect(weigh(files.get('operations.json') ?? '')).toBeLessThan(110 * 1024);
    expect(weigh(files.get('words.json') ?? '')).toBeLessThan(16 * 1024);
    for (const [name, text] of files) if (name.startsWith('words/')) expect(weigh(text), name).toBeLessThan(32 * 1024);
  });

  test('any one word takes two requests, 95 of 100 at most 50 KB and none more than 80', {
    timeout: 120_000,
  }, async () => {
    const weights = new Map([...files].map(([name, text]) => [name, weigh(text)]));
    const bytes: number[] = [];
    for (const word of someWords(files)) {
      const { asked } = await searchFor(files, `field:${word}`);
      expect(asked.length, word).toBeLessThanOrEqual(2);
      bytes.push(asked.reduce((sum, file) => sum + (weights.get(file) ?? 0), 0));
    }
    expect(bytes.length).toBeGreaterThan(100);
    expect(share(bytes, 0.95)).toBeLessThan(50 * 1024);
    expect(Math.max(...bytes)).toBeLessThan(80 * 1024);
  });

  test('half of the services have a file of at most 4 KB, 95 of 100 of at most 16 KB', () => {
    const weights = [...files].flatMap(([name, text]) => (name.startsWith('services/') ? [weigh(text)] : []));
    expect(share(weights, 0.5)).toBeLessThan(4 * 1024);
    expect(share(weights, 0.95)).toBeLessThan(16 * 1024);
  });

  test('what is the same is written the same', () => {
    const { ranges, tops } = JSON.parse(files.get('words.json') ?? '') as WordsFile;
    const named = new Set([...ranges, ...tops].map(([, file]) => file));
    expect([...files.keys()].filter((name) => name.startsWith('words/')).sort()).toEqual([...named].sort());
    for (const list of [ranges, tops]) expect(list.map(([key]) => key)).toEqual(list.map(([key]) => key).sort());
  });
});

/** Some names of every file, and the words that most names have. */
function someWords(files: ReadonlyMap<string, string>): readonly string[] {
  const some = [...files].flatMap(([name, text]) => {
    if (!name.startsWith('words/')) return [];
    const { names } = JSON.parse(text) as NamesFile;
    return unpackNames(names)
      .filter((_, index) => index % 400 === 0)
      .map((one) => one.replace(/[^A-Za-z0-9]/g, ''));
  });
  const common = [
    'request',
    'response',
    'list',
    'name',
    'type',
    'id',
    'key',
    'status',
    'configuration',
    'input',
    'output',
  ];
  return [...common, ...some.filter((name) => name.length > 1)];
}
