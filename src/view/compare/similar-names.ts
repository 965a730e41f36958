/** Names whose spelling is similar to a typed one. */

/** The names that are like a text, most similar first. `keyOf` gives the letters of a name that are compared. */
export function similarNames(
  typed: string,
  names: Iterable<string>,
  keyOf: (name: string) => string = (name) => name,
): readonly string[] {
  const pairs = pairsOf(typed);
  return [...names]
    .map((name) => ({ name, score: scoreOf(typed, pairs, keyOf(name)) }))
    .filter(({ score }) => score >= likely)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** Names that a site does not have, in quotation marks, each with the most similar one that it has. */
export function withSimilar(unknown: readonly string[], names: Iterable<string>): string {
  const known = [...names];
  return unknown
    .map((name) => {
      const [similar] = similarNames(name.toLowerCase(), known, (one) => one.toLowerCase());
      return similar === undefined ? `“${name}”` : `“${name}” (similar: ${similar})`;
    })
    .join(', ');
}

const likely = 0.6;

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
