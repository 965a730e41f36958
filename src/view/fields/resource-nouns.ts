/** Groups operations by the resource in their names: `RunInstances` and `StopInstances` are both about `Instance`. */
import { append } from '../../model/index.ts';

/** The operations of one noun, in their order. */
export interface NounGroup<Operation> {
  /** `Instance`, written as in the names; null for the operations without a group. */
  readonly noun: string | null;
  readonly operations: readonly Operation[];
}

/** Fewer operations do not make a group. */
const minOperations = 3;

/**
 * Puts each operation into the group of its longest noun that at least three operations share. Groups are sorted by
 * noun; operations without a group come last.
 */
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
  // Longer nouns may have taken most operations of a group: then too few are left for a group.
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

/** Writes a noun in the singular if some name has it so; else as it is written: `Cors`. */
function writtenNoun(noun: string, names: readonly string[]): string {
  const written = names.flatMap((name) => {
    const words = nounWords(name);
    const at = words.findIndex((_, end) => nounOf(words.slice(0, end + 1)) === noun);
    return at === -1 ? [] : [words.slice(0, at + 1).join('')];
  });
  return written.includes(noun) ? noun : (written[0] ?? noun);
}

/** The nouns in a name, shortest first: `DescribeInstanceAttribute` has `Instance` and `InstanceAttribute`. */
function nounsOf(name: string): readonly string[] {
  const words = nounWords(name);
  return words.map((_, at) => nounOf(words.slice(0, at + 1)));
}

/** The words of a name without its verb. */
function nounWords(name: string): readonly string[] {
  const [, ...words] = name.match(/[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z0-9]+/g) ?? [];
  const end = words.findIndex((word) => prepositions.has(word));
  return end === -1 ? words : words.slice(0, end);
}

/** The words after a preposition say how, not what: `ListDistributionsByWebACLId`. */
const prepositions = new Set(['By', 'For', 'From', 'In', 'On', 'Of', 'To', 'With', 'Without']);

function nounOf(words: readonly string[]): string {
  return [...words.slice(0, -1), singular(words.at(-1) ?? '')].join('');
}

function singular(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}
