/** Finds what was typed: services, operations, fields, values and shapes, the best first. */
import { type Group, groupsOf } from './groups.ts';
import { type Fit, nameHits, operationHits, serviceHits, type Wanted } from './hits.ts';
import type { KnownOperations, Library, NamesOf, Words } from './library.ts';
import { findable } from './match.ts';
import { filesOf } from './plan-files.ts';
import { isEnough, parseQuery, type Query } from './query.ts';

export interface Answer {
  readonly groups: readonly Group[];
  /** False where only the best of too many were looked through. */
  readonly whole: boolean;
}

export interface Asked {
  readonly typed: string;
  /** Ids of the reader's own services: they come first among equals. */
  readonly mine: ReadonlySet<string>;
  /** Takes what is known before all is. */
  readonly early?: (answer: Answer) => void;
}

/** What fits; null where too little was typed to look for. */
export async function find(library: Library, { typed, mine, early }: Asked): Promise<Answer | null> {
  if (!isEnough(parseQuery(typed, () => true))) return null;
  const words = await library.words();
  const query = parseQuery(typed, (name) => serviceCalled(words, name) !== null);
  if (!isEnough(query)) return null;
  const ask = (asked: Query) =>
    answerTo(library, words, { ...asked, joined: asked.words.join(''), mine, only: null, order: 1 }, early);
  const answer = await ask(query);
  // `MetadataOptions.HttpTokens` is a path: its last name is what is looked for.
  const last = answer.groups.length === 0 && query.exact === null ? typed.split('.').at(-1) : undefined;
  return last === undefined || last === typed || last.length < 2
    ? answer
    : ask({ ...query, text: last.toLowerCase(), words: [findable(last).key] });
}

async function answerTo(
  library: Library,
  words: Words,
  wanted: Wanted,
  early?: (answer: Answer) => void,
): Promise<Answer> {
  const { order } = words;
  const own = wanted.service === null ? null : serviceCalled(words, wanted.service);
  if (own !== null) {
    const hits = inService(await library.service(own), { ...wanted, only: own });
    const itself = wanted.words.length > 0 ? [] : serviceHits(words, { ...wanted, text: own, joined: own });
    return { groups: groupsOf([...itself, ...hits], wanted, order), whole: true };
  }
  const { kind } = wanted;
  const named = kind === 'service' || wanted.exact !== null ? [] : namedServices(words, wanted.words);
  const files = kind === 'service' || kind === 'operation' ? [] : filesOf(words, wanted.words);
  const loading = Promise.all([
    Promise.all(files.map(({ file }) => library.names(file))),
    Promise.all(named.map(({ id }) => library.service(id))),
  ]);
  // What fails is said when it is waited for.
  loading.catch(() => {});
  const operations = kind === null || kind === 'operation' ? await library.operations() : null;
  const first = [...serviceHits(words, wanted), ...operationsIn(operations, wanted)];
  early?.({ groups: groupsOf(first, wanted, order), whole: false });
  const [names, services] = await loading;
  const inside = named.flatMap(({ id, rest }, index) => {
    const known = services[index];
    const there = { ...wanted, words: rest, joined: rest.join(''), only: id, order: rest.length > 1 ? 0 : 1 };
    return known === undefined ? [] : inService(known, there);
  });
  const hits = [...first, ...names.flatMap((known) => nameHits(known, wanted)), ...inside];
  return { groups: groupsOf(hits, wanted, order), whole: files.every((file) => file.whole) };
}

function inService(known: NamesOf, wanted: Wanted): readonly Fit[] {
  return [...operationsIn(known.operations, wanted), ...nameHits(known, wanted)];
}

function operationsIn(known: KnownOperations | null, wanted: Wanted): readonly Fit[] {
  return known === null ? [] : operationHits(known, wanted);
}

/** The words that are the name of a service, each with the words beside it. */
function namedServices(words: Words, typed: readonly string[]): readonly { id: string; rest: readonly string[] }[] {
  if (typed.length < 2) return [];
  return typed
    .flatMap((word, index) => {
      const id = serviceCalled(words, word);
      return id === null ? [] : [{ id, rest: typed.filter((_, other) => other !== index) }];
    })
    .slice(0, maxNamed);
}

function serviceCalled({ called }: Words, name: string): string | null {
  return called.get(name.toLowerCase()) ?? null;
}

const maxNamed = 2;
