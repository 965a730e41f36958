/** Finds services, operations, fields, values and shapes for a typed text, best first. */
import { type KnownReleases, mayBeRelease, releasesFor } from '../../../view/search/known-releases.ts';
import { searchKey } from '../../../view/search/name-words.ts';
import { type Group, type Groups, groupsOf, type Hit } from './groups.ts';
import { type Fit, nameHits, operationHits, serviceHits, type Wanted } from './hits.ts';
import type { KnownOperations, Library, NamesOf, Words } from './library.ts';
import { nearestNames } from './nearest-names.ts';
import { everyPlace, pathIn, placesOfPath } from './places.ts';
import { filesOf } from './plan-files.ts';
import { isEnough, parseQuery, type Query } from './query.ts';

export interface Answer extends Groups {
  /** False if only the best of too many names were searched. */
  readonly whole: boolean;
  /** If nothing matches: names with a similar spelling. */
  readonly nearest: readonly string[];
  /** Says that there is no such release; null otherwise. */
  readonly told: string | null;
}

export interface Asked {
  readonly typed: string;
  /** The ids of the services that the reader follows. They come first among equal results. */
  readonly mine: ReadonlySet<string>;
  /** Whether there is room for many results of each kind: the page of search has it. */
  readonly isLong?: boolean;
  /** Gets the first results before all are known. */
  readonly early?: (answer: Answer) => void;
}

/** The results; null if the text is too short. */
export async function find(library: Library, asked: Asked): Promise<Answer | null> {
  const releases = mayBeRelease(asked.typed) ? releasesFor(await library.releases(), asked.typed) : null;
  const names = await findNames(library, asked, releases?.isSure === true);
  return releases === null || names === null ? names : withReleases(names, releases, asked.typed.trim());
}

/** Adds the releases to the names: before them, if the text can hardly mean a name. */
function withReleases(names: Answer, { releases, told, isSure }: KnownReleases, typed: string): Answer {
  // A value such as `1.30` is no release that is missing.
  if (told !== null && !isSure && names.groups.length > 0) return names;
  const hits = releases.map(
    ({ name, why, address }): Hit => ({
      ...{ kind: 'release', name, address, way: [why], isMine: false, since: null, aside: null, others: [] },
      marks: name === typed ? [[0, name.length]] : [],
    }),
  );
  const group: Group = { kind: 'release', title: 'Releases', hits, more: 0, isEveryPlace: false };
  const own = hits.length === 0 ? [] : [group];
  return {
    ...{ whole: names.whole, nearest: [], told },
    groups: isSure ? [...own, ...names.groups] : [...names.groups, ...own],
    all: (kind) => (kind === 'release' ? hits : names.all(kind)),
  };
}

async function findNames(
  library: Library,
  { typed, mine, early, isLong = false }: Asked,
  isRelease: boolean,
): Promise<Answer | null> {
  if (!isEnough(parseQuery(typed, () => true))) return null;
  const words = await library.words();
  const query = parseQuery(typed, (name) => serviceCalled(words, name) !== null);
  if (!isEnough(query)) return null;
  const wantedOf = (asked: Query): Wanted => ({
    ...asked,
    joined: asked.words.join(''),
    isLong,
    mine,
    only: null,
    order: 1,
  });
  const wanted = wantedOf(query);
  const answer = await answerTo(library, words, wanted, early);
  const { exact, kind, service, text } = query;
  const isFound = answer.groups.length > 0;
  const best = answer.groups[0]?.hits[0];
  // `SnapStart.ApplyOn` is a path, although a shape is called SnapStartApplyOn. But the value `t2.micro` itself
  // contains a dot.
  const isCalledSo =
    best?.kind === 'service' || (best?.name.includes('.') === true && searchKey(best.name) === wanted.joined);
  if (isRelease || (isFound && (isCalledSo || !text.includes('.')))) return answer;
  const own = service === null ? null : serviceCalled(words, service);
  const canBePath = exact === null && (kind === null || kind === 'field');
  const path = canBePath ? pathIn(text, own, (name) => serviceCalled(words, name)) : null;
  if (path !== null) {
    const fits = await placesOfPath(library, words, path, wanted);
    const marked = { kind, words: path.steps.slice(-1), isLong };
    if (fits.length > 0) return { ...groupsOf(fits, marked, words.order), whole: true, nearest: [], told: null };
  }
  if (isFound) return answer;
  // No path matches, so only its last name is searched.
  const last = exact === null ? text.split('.').at(-1) : undefined;
  const ofLast =
    last === undefined || last === text || last.length < 2
      ? answer
      : await answerTo(library, words, wantedOf({ ...query, text: last, words: [searchKey(last)] }), early);
  if (ofLast.groups.length > 0) return ofLast;
  const nearest = await nearestNames(library, words, query);
  const findsSome = async (word: string): Promise<boolean> => {
    const alone = await answerTo(library, words, wantedOf({ ...query, text: word, words: [searchKey(word)] }));
    return alone.groups.length > 0;
  };
  const known = new Set(nearest.map(searchKey));
  const others = exact === null ? await wordsAlone(text, findsSome) : [];
  return { ...answer, nearest: [...nearest, ...others.filter((word) => !known.has(searchKey(word)))] };
}

/** The words of a text that find something on their own, the longest first: no name has all of them. */
async function wordsAlone(text: string, findsSome: (word: string) => Promise<boolean>): Promise<readonly string[]> {
  const words = text.split(/\s+/).filter((word) => searchKey(word).length > 1);
  if (words.length < 2) return [];
  const finding: string[] = [];
  for (const word of words.toSorted((a, b) => b.length - a.length).slice(0, maxAlone))
    if (await findsSome(word)) finding.push(word);
  return finding;
}

async function answerTo(
  library: Library,
  words: Words,
  wanted: Wanted,
  early?: (answer: Answer) => void,
): Promise<Answer> {
  const { order } = words;
  const answerOf = (fits: readonly Fit[], whole: boolean): Answer => ({
    ...groupsOf(fits, wanted, order),
    ...{ whole, nearest: [], told: null },
  });
  const own = wanted.service === null ? null : serviceCalled(words, wanted.service);
  if (own !== null) {
    const hits = inService(await library.service(own), { ...wanted, only: own });
    const itself = wanted.words.length > 0 ? [] : serviceHits(words, { ...wanted, text: own, joined: own });
    early?.(answerOf([...itself, ...hits], false));
    return answerOf([...itself, ...(await withEveryPlace(library, hits, wanted))], true);
  }
  const { kind } = wanted;
  const named = kind === 'service' || wanted.exact !== null ? [] : namedServices(words, wanted.words);
  const files = kind === 'service' || kind === 'operation' || kind === 'release' ? [] : filesOf(words, wanted.words);
  const loading = Promise.all([
    Promise.all(files.map(({ file }) => library.names(file))),
    Promise.all(named.map(({ id }) => library.service(id))),
  ]);
  // A failure is reported below, where the result is awaited.
  loading.catch(() => {});
  const operations = kind === null || kind === 'operation' ? await library.operations() : null;
  const first = [...serviceHits(words, wanted), ...operationsIn(operations, wanted)];
  early?.(answerOf(first, false));
  const [names, services] = await loading;
  const inside: Fit[] = [];
  for (const [index, { id, rest }] of named.entries()) {
    const there = { ...wanted, words: rest, joined: rest.join(''), only: id, order: rest.length > 1 ? 0 : 1 };
    const known = services[index];
    if (known === undefined) continue;
    for (const fit of await withEveryPlace(library, inService(known, there), there)) inside.push(fit);
  }
  const hits = [...first, ...names.flatMap((known) => nameHits(known, wanted)), ...inside];
  return answerOf(
    hits,
    files.every((file) => file.whole),
  );
}

/** A search for one name in one service gets all operations that have it. */
async function withEveryPlace(library: Library, hits: readonly Fit[], wanted: Wanted): Promise<readonly Fit[]> {
  const isOne = wanted.exact !== null || wanted.words.length === 1;
  const known = isOne
    ? hits.find(({ kind, rank, places = 1 }) => kind === 'field' && rank === 0 && places > 1)
    : undefined;
  if (known === undefined) return hits;
  const all = await everyPlace(library, known.service, known.found.key, wanted);
  // The best place is known already, and stays first.
  const best = hits.map((hit) => (hit === known ? { ...hit, uses: Number.MAX_SAFE_INTEGER } : hit));
  return [...best, ...all.filter(({ at }) => at !== known.at)];
}

function inService(known: NamesOf, wanted: Wanted): readonly Fit[] {
  return [...operationsIn(known.operations, wanted), ...nameHits(known, wanted)];
}

function operationsIn(known: KnownOperations | null, wanted: Wanted): readonly Fit[] {
  return known === null ? [] : operationHits(known, wanted);
}

/** The typed words that are the name of a service, each with the other words. */
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

/** Each of them may load a file. */
const maxAlone = 3;
