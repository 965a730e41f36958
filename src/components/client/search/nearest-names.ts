/** Finds names with a similar spelling, for a text that matches nothing. */

import { similarNames } from '../../../view/compare/similar-names.ts';
import type { Library, Words } from './library.ts';
import { findable } from './match.ts';
import type { NameIndex } from './name-index.ts';
import { fileOf } from './plan-files.ts';
import type { Query } from './query.ts';

/** The most similar names, best first: of operations, services, and names with the same beginning as a typed word. */
export async function nearestNames(
  library: Library,
  words: Words,
  { words: typed }: Query,
): Promise<readonly string[]> {
  const key = typed.join('');
  if (key.length < shortest || key.length > longest) return [];
  // The search without a result has loaded this file already.
  const { file } = fileOf(words, key) ?? {};
  const [operations, ...names] = await Promise.all([
    library.operations(),
    ...(file === undefined ? [] : [library.names(file)]),
  ]);
  const candidates = new Set(words.services.map(({ name }) => name));
  for (const index of [operations.index, ...names.map((one) => one.index)])
    for (const name of sharing(index, key)) candidates.add(name);
  // `LAMBDA` and `Lambda` find the same.
  const byKey = new Map([...candidates].reverse().map((name) => [findable(name).key, name]));
  return similarNames(key, byKey.values(), (name) => findable(name).key).slice(0, maxNearest);
}

/** The names that contain the beginning or the end of a text: of a short one less, as the slip may be near its end. */
function* sharing(index: NameIndex, key: string): Generator<string> {
  const length = key.length < 8 ? 2 : 4;
  for (const part of new Set([key.slice(0, length), key.slice(-length)]))
    for (const at of index.having(part)) yield index.nameAt(at);
}

const shortest = 4;
const longest = 80;
const maxNearest = 5;
