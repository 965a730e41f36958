/** An index of names passes over what cannot fit, and nothing else: held to a look at every name. */
import { expect, test } from 'vitest';
import { findable, matchRank } from '../../../src/components/client/search/match.ts';
import { NameIndex } from '../../../src/components/client/search/name-index.ts';
import { searchKey } from '../../../src/view/search/name-words.ts';
import { forSeeds, type Random } from '../../generate/random.ts';

const pieces = ['Kms', 'Key', 'Id', 'a', 'B', '_', '-', '.', ' ', '\n', 'ß', 'İ', '鍵', '😀', '1', 'IPv6', 'SSE'];

function randomNames(random: Random, from: readonly string[]): readonly string[] {
  return Array.from({ length: random.whole(0, 29) }, () =>
    Array.from({ length: random.whole(1, 5) }, () => random.pick(from)).join(''),
  );
}

test('every name whose key has a word is found, in order, and no other', () => {
  forSeeds(60, (random, seed) => {
    const names = randomNames(random, seed % 2 === 0 ? pieces : pieces.slice(0, 5));
    const index = new NameIndex(names);
    for (const word of ['k', 'key', 'kmskey', 'id', 'aba', '鍵', 'ß', '1', 'nothing']) {
      const slow = [...names.keys()].filter((at) => searchKey(names[at] ?? '').includes(word));
      expect([...index.having(word)], `seed ${seed}, ${word}`).toEqual(slow);
    }
    expect([...index.having('')]).toEqual([...names.keys()]);
    expect(index.count).toBe(names.length);
    expect([...names.keys()].map((at) => index.nameAt(at))).toEqual(names);
  });
});

test('what fits two words in any order has the first of them', () => {
  forSeeds(40, (random) => {
    const names = randomNames(random, pieces);
    const words = [random.pick(['key', 'kms', 'id', 'sse']), random.pick(['key', 'b', 'a'])];
    const having = new Set(new NameIndex(names).having(words[0] ?? ''));
    for (const [at, name] of names.entries())
      if (matchRank(findable(name), words) !== null) expect(having.has(at), name).toBe(true);
  });
});

test('names may come as one text with a line for each', () => {
  forSeeds(30, (random) => {
    const names = randomNames(random, random.chance(0.5) ? ['Kms', 'Key', 'Id', 'a'] : ['Kms', '_', 'ß', 'Id']);
    if (names.length === 0) return;
    const [one, other] = [new NameIndex(names.join('\n')), new NameIndex(names)];
    expect(one.count).toBe(other.count);
    expect([...names.keys()].map((at) => one.nameAt(at))).toEqual(names);
    expect([...one.having('key')]).toEqual([...other.having('key')]);
  });
});
