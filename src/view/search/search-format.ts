/** The JSON files of the search. The builder writes them, and the script in the browser reads them. */

/** `operations.json`: searched at the first two letters. */
export interface OperationsFile {
  /**
   * By service, with one name on a line, because a script reads one long text faster than many short ones. It is a list
   * if a name contains a line break.
   */
  readonly services: readonly (readonly [id: string, names: string | readonly string[]])[];
  /** The pages of operations with an unusual address: by `service name`, relative to the base. */
  readonly elsewhere: Readonly<Record<string, string>>;
}

/** `words.json`: the services, and which file has the names with a word of a given beginning. */
export interface WordsFile {
  /** The oldest API first: of equal names, people more often mean that one. */
  readonly services: readonly ServiceNames[];
  /** The folders of services whose id cannot be a folder's name. */
  readonly folders: Readonly<Record<string, string>>;
  /** Each file has all names from its key up to the key of the next file; sorted. */
  readonly ranges: readonly (readonly [key: string, file: string])[];
  /** Beginnings with too many names, and the file that has the best of these names; sorted. */
  readonly tops: readonly (readonly [beginning: string, file: string])[];
}

export type ServiceNames = readonly [id: string, title: string, ...aliases: string[]];

/**
 * `words/<hash>.json` and `services/<id>.json`: names with their places. Names and ways are sorted and packed
 * (`packNames`).
 */
export interface NamesFile {
  readonly services: readonly string[];
  /** In the file of a service: all its operations, in order. */
  readonly operations: readonly string[];
  readonly versions: readonly string[];
  /** A way is `>` for a request or `<` for a response, then the path; for a field, without its own name. */
  readonly ways: readonly string[];
  /** In the file of a service: the pages of operations with an unusual address. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  readonly names: readonly string[];
  /** The kinds of things that each name stands for. */
  readonly kinds: readonly (readonly PackedKind[])[];
}

/** `releases.json`: loaded when a text looks like a version. */
export interface ReleasesFile {
  /** All versions, as runs of numbers. */
  readonly versions: string;
  /** The newest version; null if no release has one. */
  readonly newest: string | null;
  /** The names that can stand before a version, in lower case: `botocore`, `boto3`. */
  readonly products: readonly string[];
  /** The releases that have no version: days. */
  readonly others: readonly string[];
  /** The folders of releases whose id cannot be a folder's name. */
  readonly folders: Readonly<Record<string, string>>;
}

/** `paths/<id>.json`: the graph of a service's names, to find every place of a field. */
export interface PathsFile {
  readonly operations: readonly PackedOperation[];
  /** The pages of operations with an unusual address. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  readonly versions: readonly string[];
  /** The steps of paths, sorted and packed. */
  readonly steps: readonly string[];
  /**
   * The edges of each node in one list: a step, then the node that it leads to, or -1 if there is none. If the step is
   * newer than the start of its path, a number stands before both: -2 minus the number of the version.
   */
  readonly nodes: readonly (readonly number[])[];
}

/** The nodes of request and response, -1 for none, and the version that added the operation. */
export type PackedOperation = readonly [name: string, request: number, response: number, since?: number];

/** `kind` is an index of `symbolKinds`. */
export type PackedKind = readonly [kind: number, services: number, uses: number, ...places: (PackedPlace | string)[]];

/**
 * Each number is an index of a list in the file; -1 means none. `uses` is the number of operations of the service that
 * have it. `address` is given only if it is unusual. A text instead of the last place lists the other services that
 * have the name, by their index in `words.json` (`packNumbers`).
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
export const releasesName = 'releases.json';

/**
 * Shortens each name by the beginning that it shares with the name before it. A character in front has the length of
 * that beginning.
 */
export function packNames(names: readonly string[]): readonly string[] {
  let before = '';
  return names.map((name) => {
    let shared = 0;
    while (shared < maxShared && name[shared] !== undefined && name[shared] === before[shared]) shared += 1;
    before = name;
    return String.fromCharCode(firstSign + shared) + name.slice(shared);
  });
}

/** The original names. */
export function unpackNames(packed: readonly string[]): readonly string[] {
  let before = '';
  return packed.map((text) => {
    before = before.slice(0, text.charCodeAt(0) - firstSign) + text.slice(1);
    return before;
  });
}

/** The characters from `#` on, without the quotes and backslashes that JSON would escape. */
const firstSign = 35;
const maxShared = 56;

/** Writes growing numbers as one character each: the distance from the number before. */
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

/** The original numbers. */
export function unpackNumbers(packed: string): readonly number[] {
  let before = -1;
  return [...packed].map((sign) => {
    before += sign.charCodeAt(0) - firstSign;
    return before;
  });
}
