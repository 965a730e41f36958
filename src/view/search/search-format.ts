/** The JSON that search is made of, as the builder writes it and the script in the browser reads it. */

/** `operations.json`: what is looked through at the first two letters. */
export interface OperationsFile {
  /** By service; one name a line, because a script reads one long text faster than many short ones. A list where a name has a line break in it. */
  readonly services: readonly (readonly [id: string, names: string | readonly string[]])[];
  /** Where an operation's page is not where the rule of addresses would have it: by `service name`, below the base. */
  readonly elsewhere: Readonly<Record<string, string>>;
}

/** `words.json`: the services, and which file has the names that begin with something, or have a word that does. */
export interface WordsFile {
  /** The oldest API first: of equal names that one is meant more often. */
  readonly services: readonly ServiceNames[];
  /** The folders of services whose names no folder can have. */
  readonly folders: Readonly<Record<string, string>>;
  /** All names from a key on, up to the key of the next file; sorted. */
  readonly ranges: readonly (readonly [key: string, file: string])[];
  /** Beginnings that too many names have, and the file with the best of those; sorted. */
  readonly tops: readonly (readonly [beginning: string, file: string])[];
}

export type ServiceNames = readonly [id: string, title: string, ...aliases: string[]];

/** `words/<hash>.json` and `services/<id>.json`: names with their places. Names and ways are sorted, and packed (`packNames`). */
export interface NamesFile {
  readonly services: readonly string[];
  /** In the file of a service: all it has, in order. */
  readonly operations: readonly string[];
  readonly versions: readonly string[];
  /** `>` for a request, `<` for a response, and the path there, of a field without its own name. */
  readonly ways: readonly string[];
  /** In the file of a service: operations whose page is not where the rule of addresses would have it. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  readonly names: readonly string[];
  /** What each name is. */
  readonly kinds: readonly (readonly PackedKind[])[];
}

/** `paths/<id>.json`: how the names of a service lead to each other, so that every place of a field can be told. */
export interface PathsFile {
  readonly operations: readonly PackedOperation[];
  /** Operations whose page is not where the rule of addresses would have it. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  readonly versions: readonly string[];
  /** Steps of paths, sorted and packed. */
  readonly steps: readonly string[];
  /**
   * The ways on from each node, in one list: a step, and the node that it leads to, -1 where nothing is below; where a way is newer than
   * what can be said of the beginning, -2 less the number of its version stands before both.
   */
  readonly nodes: readonly (readonly number[])[];
}

/** The nodes of request and response, -1 for none, and the version that brought the operation. */
export type PackedOperation = readonly [name: string, request: number, response: number, since?: number];

/** `kind` is an index of `symbolKinds`. */
export type PackedKind = readonly [kind: number, services: number, uses: number, ...places: (PackedPlace | string)[]];

/**
 * Indexes of the lists of the file; -1 where there is none. `uses`: how many operations of the service have it. `address`: where it is not
 * where the rule would have it. In the place of the last one a text may stand: the other services that have the name (`packNumbers`), by
 * their places in the list of `words.json`.
 */
export type PackedPlace = readonly [
  service: number,
  operation: number,
  way: number,
  uses: number,
  since?: number,
  address?: string,
];

export const symbolKinds = ['field', 'value', 'shape'] as const;
export type SymbolKind = (typeof symbolKinds)[number];

/** The names of the files, below `search/`. */
export const operationsName = 'operations.json';
export const wordsName = 'words.json';

/** Takes away what each name shares with the one before it; a sign in front says how much that is. */
export function packNames(names: readonly string[]): readonly string[] {
  let before = '';
  return names.map((name) => {
    let shared = 0;
    while (shared < maxShared && name[shared] !== undefined && name[shared] === before[shared]) shared += 1;
    before = name;
    return String.fromCharCode(firstSign + shared) + name.slice(shared);
  });
}

/** The names again. */
export function unpackNames(packed: readonly string[]): readonly string[] {
  let before = '';
  return packed.map((text) => {
    before = before.slice(0, text.charCodeAt(0) - firstSign) + text.slice(1);
    return before;
  });
}

/** Signs from `#` on, without the quotes and backslashes that JSON would escape. */
const firstSign = 35;
const maxShared = 56;

/** Numbers that grow, as one sign for each: how far it is from the one before. */
export function packNumbers(numbers: readonly number[]): string {
  let before = -1;
  return numbers
    .map((number) => {
      const sign = String.fromCharCode(firstSign + number - before);
      before = number;
      return sign;
    })
    .join('');
}

/** The numbers again. */
export function unpackNumbers(packed: string): readonly number[] {
  let before = -1;
  return [...packed].map((sign) => {
    before += sign.charCodeAt(0) - firstSign;
    return before;
  });
}
