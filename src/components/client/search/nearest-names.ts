/** Finds names with a similar spelling, for a text that matches nothing. */
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
  const pairs = pairsOf(key);
  return [...candidates]
    .map((name) => ({ name, score: scoreOf(key, pairs, findable(name).key) }))
    .filter(({ score }) => score >= likely)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, maxNearest)
    .map(({ name }) => name);
}

/** The names that contain the beginning or the end of a text: of a short one less, as the slip may be near its end. */
function* sharing(index: NameIndex, key: string): Generator<string> {
  const length = key.length < 8 ? 2 : 4;
  for (const part of new Set([key.slice(0, length), key.slice(-length)]))
    for (const at of index.having(part)) yield index.nameAt(at);
}

/** Each pair of neighbouring letters, with its number. */
function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Two neighbouring letters that changed places are one slip, although three pairs differ then. */
function scoreOf(key: string, pairs: ReadonlyMap<string, number>, other: string): number {
  return isSwapped(key, other) ? 1 : likeness(pairs, pairsOf(other));
}

/** Whether two texts differ only by two neighbouring letters that changed places. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a.charAt(at) === b.charAt(at)) at += 1;
  return a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}

/** The share of pairs that both have (the Dice coefficient). */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let both = 0;
  let all = 0;
  for (const [pair, count] of a) {
    both += Math.min(count, b.get(pair) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * both) / all;
}

const shortest = 4;
const longest = 80;
const likely = 0.6;
const maxNearest = 5;
