/** Groups operations by what they are about: `RunInstances` and `StopInstances` by `Instance`. */
import { append } from '../../model/index.ts';

/** Operations of one noun, in their order. */
export interface NounGroup<Operation> {
  /** `Instance`, as the names write it; null for those that share theirs with too few. */
  readonly noun: string | null;
  readonly operations: readonly Operation[];
}

/** Fewer operations are no group. */
const minOperations = 3;

/** Each operation goes to the longest noun that at least three of them have. Sorted by noun; the rest stands last. */
export function nounGroups<Operation>(
  operations: readonly Operation[],
  nameOf: (operation: Operation) => string,
): readonly NounGroup<Operation>[] {
  const counts = new Map<string, number>();
  for (const operation of operations)
    for (const noun of nounsOf(nameOf(operation))) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  const byNoun = Map.groupBy(
    operations,
    (operation) => nounsOf(nameOf(operation)).findLast((noun) => (counts.get(noun) ?? 0) >= minOperations) ?? null,
  );
  // Where longer nouns took most of a group away, what is left is no group any more.
  const rest = [...(byNoun.get(null) ?? [])];
  const groups: NounGroup<Operation>[] = [];
  for (const [noun, own] of byNoun) {
    if (noun === null) continue;
    if (own.length >= minOperations) groups.push({ noun: writtenNoun(noun, own.map(nameOf)), operations: own });
    else append(rest, own);
  }
  groups.sort((a, b) => ((a.noun ?? '') < (b.noun ?? '') ? -1 : 1));
  const inOrder = operations.filter((operation) => rest.includes(operation));
  return inOrder.length === 0 ? groups : [...groups, { noun: null, operations: inOrder }];
}

/** A noun that is never written in the singular stands as it is written: `Cors`. */
function writtenNoun(noun: string, names: readonly string[]): string {
  const written = names.flatMap((name) => {
    const words = nounWords(name);
    const at = words.findIndex((_, end) => nounOf(words.slice(0, end + 1)) === noun);
    return at < 0 ? [] : [words.slice(0, at + 1).join('')];
  });
  return written.includes(noun) ? noun : (written[0] ?? noun);
}

/** The nouns of a name, the shortest first: `DescribeInstanceAttribute` has `Instance` and `InstanceAttribute`. */
function nounsOf(name: string): readonly string[] {
  const words = nounWords(name);
  return words.map((_, at) => nounOf(words.slice(0, at + 1)));
}

/** The words of a name without its verb. */
function nounWords(name: string): readonly string[] {
  const [, ...words] = name.match(/[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z0-9]+/g) ?? [];
  const end = words.findIndex((word) => prepositions.has(word));
  return end < 0 ? words : words.slice(0, end);
}

/** What follows these tells how, and not of what: `ListDistributionsByWebACLId`. */
const prepositions = new Set(['By', 'For', 'From', 'In', 'On', 'Of', 'To', 'With', 'Without']);

function nounOf(words: readonly string[]): string {
  return [...words.slice(0, -1), singular(words.at(-1) ?? '')].join('');
}

function singular(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}
