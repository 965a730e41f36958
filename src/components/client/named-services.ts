/** Finds the services that a typed list names. What names none, or several, is never guessed: a reader would follow it. */
import { similarNames } from '../../view/compare/similar-names.ts';
import { shortTitle } from '../../view/site/service-names.ts';
import type { Names } from './rank.ts';

/** A part of the list with the service of that name. */
export interface NamedPart {
  readonly typed: string;
  readonly id: string | null;
}

/**
 * The parts of a list, in its order. Commas, semicolons and lines end a part; blanks do only where the whole is no
 * name, and the longest names in it count: `cloudwatch logs s3` names `logs` and `s3`.
 */
export function namedServices(typed: string, services: readonly Names[]): readonly NamedPart[] {
  const book = bookOf(services);
  return typed.split(/[,;\n]+/).flatMap((raw) => {
    const part = raw.trim();
    if (part === '') return [];
    const whole = candidates(part, book, services);
    if (whole.length > 0) return [{ typed: part, id: onlyOne(whole) }];
    const runs = runsOf(part.split(/\s+/), book);
    return runs.some(({ id }) => id !== null) ? runs : [{ typed: part, id: null }];
  });
}

/** The names that were not found, in quotation marks, each with the services that it may mean. */
export function strangeWords(strange: readonly string[], services: readonly Names[]): string {
  const book = bookOf(services);
  return strange
    .map((name) => {
      const like = nearestOf(name, book, services);
      return like.length === 0 ? `“${name}”` : `“${name}” (similar: ${like.join(', ')})`;
    })
    .join(', ');
}

/** Each sort of name with its services, the surest sort first. */
type Book = readonly ReadonlyMap<string, readonly string[]>[];

function bookOf(services: readonly Names[]): Book {
  const sorts: readonly ((one: Names) => readonly string[])[] = [
    ({ name }) => [name],
    ({ name }) => [name.toLowerCase()],
    ({ title }) => [shortTitle(title).toLowerCase()],
    ({ aliases }) => aliases,
  ];
  return sorts.map((namesOf) => {
    const ids = new Map<string, string[]>();
    for (const one of services)
      for (const name of namesOf(one).filter(Boolean)) ids.set(name, [...(ids.get(name) ?? []), one.name]);
    return ids;
  });
}

/** The services with this name: those of the surest sort. */
function exact(part: string, book: Book): readonly string[] {
  const low = part.toLowerCase().replace(/\s+/g, ' ');
  const short = low.replace(/^(?:amazon|aws) (?=.)/, '');
  for (const ids of book) {
    const found = ids.get(part) ?? ids.get(low) ?? ids.get(short);
    if (found !== undefined) return found;
  }
  return [];
}

/** A single word of a title is too little: `s3` is not `S3 Vectors`. */
function candidates(part: string, book: Book, services: readonly Names[]): readonly string[] {
  const found = exact(part, book);
  const words = wordsOf(part);
  if (found.length > 0 || words.length < 2) return found;
  return services.flatMap(({ name, title }) => {
    const all = wordsOf(title);
    return words.every((word) => all.includes(word)) ? [name] : [];
  });
}

/** Words in a row: the longest run that is a name, and so on; what is no name in between is one part. */
function runsOf(words: readonly string[], book: Book): readonly NamedPart[] {
  const parts: NamedPart[] = [];
  let strange: string[] = [];
  const endStrange = (): void => {
    if (strange.length > 0) parts.push({ typed: strange.join(' '), id: null });
    strange = [];
  };
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longestName, words.length - at);
    while (length > 0 && exact(words.slice(at, at + length).join(' '), book).length === 0) length -= 1;
    if (length === 0) strange.push(words[at] ?? '');
    else {
      endStrange();
      const name = words.slice(at, at + length).join(' ');
      parts.push({ typed: name, id: onlyOne(exact(name, book)) });
    }
    at += Math.max(1, length);
  }
  endStrange();
  return parts;
}

/** The services that share the name; else the one with the most similar name. */
function nearestOf(name: string, book: Book, services: readonly Names[]): readonly string[] {
  const shared = candidates(name, book, services);
  if (shared.length > 0) return shared.slice(0, mostShared);
  const low = name.toLowerCase();
  const ids = new Map(book.flatMap((one) => [...one].map(([key, [id = '']]) => [key.toLowerCase(), id] as const)));
  const [similar] = similarNames(low, ids.keys());
  // `lambd` is the beginning of a name, and `s3` of `s3vectors`.
  const begun = services.find((one) => low.length > 1 && one.name.toLowerCase().startsWith(low))?.name;
  const like = begun ?? (similar === undefined ? undefined : ids.get(similar));
  return like === undefined ? [] : [like];
}

function onlyOne(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** No name has more words. */
const longestName = 8;
const mostShared = 4;
