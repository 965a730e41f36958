/** The files of the search. Each is loaded at its first use, only once, and made ready for searching. */
import { KnownPaths } from '../../../view/search/known-paths.ts';
import {
  type NamesFile,
  type OperationsFile,
  operationsName,
  type PackedKind,
  type PackedPlace,
  type PathsFile,
  type ReleasesFile,
  releasesName,
  type SymbolKind,
  symbolKinds,
  unpackNames,
  unpackNumbers,
  type WordsFile,
  wordsName,
} from '../../../view/search/search-format.ts';
import { fileSlug } from '../../../view/site/slug.ts';
import { type Findable, findable } from './match.ts';
import { NameIndex, placeAt } from './name-index.ts';
import { fileOf } from './plan-files.ts';

/** Loads a file below `search/`. */
export type Load = (file: string) => Promise<unknown>;

/** Operations, by their index in the list of names. */
export interface KnownOperations {
  readonly index: NameIndex;
  serviceOf(at: number): string;
  /** Null where the usual address is right. */
  addressOf(at: number): string | null;
}

/** A name as one kind of thing. */
export interface KnownName extends Findable {
  readonly kind: SymbolKind;
  readonly services: number;
  readonly uses: number;
  readonly places: readonly KnownPlace[];
  /** More services that have it, but without a known place. */
  readonly others: readonly string[];
}

export interface KnownPlace {
  readonly service: string;
  readonly operation: string | null;
  readonly way: string;
  /** The number of operations of the service that have it. */
  readonly uses: number;
  readonly since: string | null;
  /** Null where the usual address is right. */
  readonly address: string | null;
}

/** Names with their places. The details of a name are read only when it matches. */
export interface NamesOf {
  readonly index: NameIndex;
  /** The kinds of things with the name at this index. */
  kindsOf(at: number): readonly KnownName[];
  /** In the file of a service: all its operations; null in other files. */
  readonly operations: KnownOperations | null;
}

export interface KnownService extends Findable {
  readonly title: Findable;
  /** In lower case. */
  readonly aliases: readonly string[];
  /** All its names in one text, to skip a service without a match quickly. */
  readonly all: string;
  /** Relative to the base of the site. */
  readonly address: string;
}

/** The content of `words.json`. */
export interface Words extends Pick<WordsFile, 'ranges' | 'tops'> {
  readonly services: readonly KnownService[];
  /** The position of each service in the list. */
  readonly order: ReadonlyMap<string, number>;
  /** The service with a name in lower case. If names are equal, an id comes before other names. */
  readonly called: ReadonlyMap<string, string>;
  /** The file of the names of a service. */
  fileOf(service: string): string;
}

/**
 * Loads files below the page of search. After a new build, a cached list may name files that are gone. So after a
 * failure, the list is loaded again without the cache.
 */
export function loadFrom(page: string): Load {
  const failed = new Set<string>();
  return async (file) => {
    const isAgain = failed.size > 0;
    failed.add(file);
    const answer = await fetch(new URL(file, page), { cache: isAgain ? 'no-cache' : 'default' });
    if (!answer.ok) throw new Error(`${answer.status} for ${file}`);
    const json: unknown = await answer.json();
    failed.delete(file);
    return json;
  };
}

/** The loaded files. A failed file is loaded again at the next request. */
export class Library {
  readonly #load: Load;
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(load: Load) {
    this.#load = load;
  }

  words(): Promise<Words> {
    // The site wrote these files, each under its own name.
    return this.#once(wordsName, (json) => readWords(json as WordsFile));
  }

  operations(): Promise<KnownOperations> {
    // The build that made this page wrote the file.
    return this.#once(operationsName, (json) => readOperations(json as OperationsFile));
  }

  releases(): Promise<ReleasesFile> {
    // The build that made this page wrote the file.
    return this.#once(releasesName, (json) => json as ReleasesFile);
  }

  /** The names in one of the files that `words` lists. */
  async names(file: string): Promise<NamesOf> {
    const { services } = await this.words();
    const nameAt = (at: number): string => services[at]?.name ?? '';
    // The build that made this page wrote the file.
    return this.#once(file, (json) => readNames(json as NamesFile, null, nameAt));
  }

  /** All names of a service. */
  async service(id: string): Promise<NamesOf> {
    const { fileOf } = await this.words();
    return this.#once(fileOf(id), (json) => readNames(json as NamesFile, id));
  }

  /** The services that have a field with this key, the most used first. */
  async servicesOf(words: Words, key: string): Promise<readonly string[]> {
    const { file } = fileOf(words, key) ?? {};
    if (file === undefined) return [];
    const known = await this.names(file);
    const names = [...known.index.having(key)].flatMap((at) => known.kindsOf(at));
    const own = names.filter((name) => name.key === key && name.kind === 'field');
    return [...new Set(own.flatMap(({ places, others }) => [...places.map(({ service }) => service), ...others]))];
  }

  /** The graph of the names of a service. */
  async paths(id: string): Promise<KnownPaths> {
    const { fileOf } = await this.words();
    return this.#once(fileOf(id).replace('services/', 'paths/'), (json) => new KnownPaths(json as PathsFile));
  }

  #once<T>(file: string, read: (json: unknown) => T): Promise<T> {
    const known = this.#known.get(file);
    // One file name always has one type of content.
    if (known !== undefined) return known as Promise<T>;
    const loading = this.#load(file).then(read);
    this.#known.set(file, loading);
    loading.catch(() => this.#known.delete(file));
    return loading;
  }
}

function readOperations({ services, elsewhere }: OperationsFile): KnownOperations {
  const isText = services.every(([, names]) => typeof names === 'string');
  const index = new NameIndex(
    isText
      ? services.map(([, names]) => names).join('\n')
      : services.flatMap(([, names]) => (typeof names === 'string' ? names.split('\n') : names)),
  );
  // The index at which the operations of each service begin.
  const starts = new Uint32Array(services.length);
  let count = 0;
  for (const [at, [, names]] of services.entries()) {
    starts[at] = count;
    count += typeof names === 'string' ? linesIn(names) : names.length;
  }
  const serviceOf = (at: number): string => services[placeAt(starts, at)]?.[0] ?? '';
  const addressOf = (at: number): string | null => own(elsewhere, `${serviceOf(at)} ${index.nameAt(at)}`) ?? null;
  return { index, serviceOf, addressOf };
}

function linesIn(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Names from a source may equal built-in properties of objects, so only own properties count. */
function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function readWords({ services, folders, ranges, tops }: WordsFile): Words {
  const folderOf = (id: string): string => own(folders, id) ?? fileSlug(id);
  const known = services.map(([id, title, ...aliases]) => ({
    ...{ ...findable(id), title: findable(title), aliases, address: `services/${encodeURIComponent(folderOf(id))}/` },
    all: [id, title, findable(id).key, findable(title).key, ...aliases].join(' ').toLowerCase(),
  }));
  return {
    ...{ services: known, ranges, tops, fileOf: (id) => `services/${folderOf(id)}.json` },
    order: new Map(known.map(({ name }, index) => [name, index])),
    // Of equal names, the first one stays.
    called: new Map(
      [
        ...known.flatMap(({ name, key }) => [name.toLowerCase(), key].map((text) => [text, name] as const)),
        ...known.flatMap(({ name, aliases }) => aliases.map((text) => [text, name] as const)),
      ].reverse(),
    ),
  };
}

/**
 * `service` is the owner of the file and of its operations. `serviceAt` gives a service by its index in the list of
 * all.
 */
function readNames(file: NamesFile, service: string | null, serviceAt: (at: number) => string = () => ''): NamesOf {
  let ways: readonly string[] | undefined;
  const place = ([owner, operation, way, uses, since = -1, address]: PackedPlace): KnownPlace => {
    ways ??= unpackNames(file.ways);
    return {
      service: file.services[owner] ?? '',
      operation: file.operations[operation] ?? null,
      ...{ way: ways[way] ?? '', uses, address: address ?? null },
      since: file.versions[since] ?? null,
    };
  };
  const index = new NameIndex(unpackNames(file.names));
  const kindsOf = (at: number): readonly KnownName[] => {
    const found = findable(index.nameAt(at));
    return (file.kinds[at] ?? []).map(([kind, services, uses, ...places]: PackedKind) => ({
      ...found,
      kind: symbolKinds[kind] ?? 'field',
      ...{ services, uses, places: places.flatMap((one) => (typeof one === 'string' ? [] : [place(one)])) },
      others: places.flatMap((one) => (typeof one === 'string' ? unpackNumbers(one).map(serviceAt) : [])),
    }));
  };
  return { index, kindsOf, operations: service === null ? null : operationsOf(file, service) };
}

function operationsOf({ operations, elsewhere = {} }: NamesFile, service: string): KnownOperations {
  return {
    index: new NameIndex(operations),
    serviceOf: () => service,
    addressOf: (at) => own(elsewhere, operations[at] ?? '') ?? null,
  };
}
