/** The resources that operations are about: `RunInstances` and `StopInstances` are about an instance. */

/** The noun of each operation: the longest beginning of what follows the verb that several operations have; null where none is. */
export function nounsOf(names: readonly string[]): ReadonlyMap<string, string | null> {
  const words = new Map(names.map((name) => [name, afterVerb(name)]));
  const counts = new Map<string, number>();
  for (const noun of words.values())
    for (const beginning of beginnings(noun)) counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
  return new Map(
    [...words].map(([name, noun]) => [
      name,
      beginnings(noun).findLast((beginning) => (counts.get(beginning) ?? 0) >= leastShared) ?? null,
    ]),
  );
}

/** `DescribeVpcEndpoints` is about `Vpc`, `Endpoint`. */
function afterVerb(name: string): readonly string[] {
  const [, ...words] = name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+|[^A-Za-z0-9]+/gu) ?? [];
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word));
}

function beginnings(words: readonly string[]): readonly string[] {
  return words.map((_, index) =>
    words
      .slice(0, index + 1)
      .map(singular)
      .join(' '),
  );
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const leastShared = 3;
