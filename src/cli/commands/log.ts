/** `apidelta log`: the history of a service, an operation or a field, and since when it exists. */

import { cardSentence, cardsOf, plainSentence, severityWords, wireWords, worstFirst } from '../../diff/catalogue.ts';
import { type Change, isInside, type Place, qualifiedName, visibleText } from '../../model/index.ts';
import { isVersion, orderOfVersions } from '../../model/versions.ts';
import {
  openStore,
  type Release,
  type RemovedPart,
  type Since,
  type SinceIndex,
  type StoreReader,
} from '../../store/read.ts';
import { formerName, type LaterName, laterName, namesOfMethod } from '../../view/fields/history/other-names.ts';
import type { WordPiece } from '../../view/prose/word-diff.ts';
import { type SyntaxLine, syntaxText } from '../../view/syntax/syntax-line.ts';
import { wordLine } from '../formats/word-line.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { ReleaseWords } from '../release-words.ts';
import { pathBefore, resolveThing, type Thing } from '../resolve-thing.ts';
import type { PastSyntax } from './log-syntax.ts';

export interface LogOptions {
  readonly store?: string;
  readonly format: string;
  /** Only changes from this version on. */
  readonly since?: string;
  /** Include changed descriptions. */
  readonly docs?: boolean;
  /** The request or response around each change. */
  readonly syntax?: boolean;
}

/** Prints the history of one thing, oldest last. */
export async function logCommand(name: string, options: LogOptions, io: Io): Promise<number> {
  const reader = openStore(options.store);
  try {
    const from = options.since === undefined ? undefined : knownVersion(options.since, reader);
    const things = resolveThing(name, reader);
    const [first] = things;
    if (options.format === 'json' && things.length > 1 && first !== undefined)
      throw new UsageError(
        `${visibleText(name)} is in the request and in the response: name ${things.map((one) => visibleText(thingTitle(one))).join(' or ')}.`,
      );
    const past =
      options.syntax === true && first !== undefined
        ? (await import('./log-syntax.ts')).pastSyntax(reader, first.service)
        : undefined;
    for (const [index, thing] of things.entries()) {
      if (index > 0) io.stdout.write('\n');
      const told = tell(reader, thing, { docs: options.docs === true, from, past });
      if (options.format === 'json') printJson(thing, told, io);
      else printText(thing, told, { words: new ReleaseWords(reader), piecesOf: await piecesFor(told) }, io);
    }
    return exitCodes.done;
  } finally {
    reader.close();
  }
}

/** A version that the store has. */
function knownVersion(version: string, reader: StoreReader): string {
  if (!isVersion(version)) throw new UsageError(`--since ${visibleText(version)} is no version: write one as 1.40.73.`);
  const newest = reader.releases().find((release) => release.version !== null)?.version ?? null;
  if (newest !== null && orderOfVersions(version, newest) > 0)
    throw new UsageError(`The store ends with ${newest}: there is nothing since ${version}.`);
  return version;
}

/** What is printed about a thing. */
interface Told {
  readonly life: { readonly since: Since | null; readonly removedIn: Since | null } | null;
  /** What the operation was called later, and before. */
  readonly names: { readonly later: LaterName | null; readonly former: string | null };
  readonly removedParts: readonly RemovedPart[];
  readonly history: readonly {
    readonly release: Release;
    readonly changes: readonly (Change & { readonly syntax: readonly SyntaxLine[] | undefined })[];
  }[];
}

/** Which parts of its history are printed. */
interface TellOptions {
  /** Include changed descriptions. */
  readonly docs: boolean;
  /** The first release that is printed. */
  readonly from: string | undefined;
  readonly past: PastSyntax | undefined;
}

function tell(reader: StoreReader, thing: Thing, { docs, from, past }: TellOptions): Told {
  const index = reader.since(thing.service);
  const { service, operation } = thing;
  const names =
    operation === undefined
      ? { later: null, former: null }
      : { later: laterName(reader, service, operation), former: formerName(reader, service, operation) };
  const history = historyOf(reader, thing, docs)
    .map(({ release, changes }) => ({ release, changes: changes.filter((change) => concerns(change, thing)) }))
    .filter(({ changes }) => changes.length > 0)
    .filter(
      ({ release: { version } }) => from === undefined || (version !== null && orderOfVersions(version, from) >= 0),
    )
    .map(({ release, changes }) => ({
      release,
      changes: changes.map((change) => ({
        ...change,
        syntax: past?.(release, { ...change, places: change.places.filter((at) => isAt(at, change, thing)) }),
      })),
    }));
  return { life: spanOf(reader, index, thing), names, removedParts: removedPartsIn(index, thing), history };
}

function thingTitle({ service, operation, direction, path }: Thing): string {
  return qualifiedName(service, operation ?? null, direction ?? null, path);
}

function printJson(thing: Thing, { life, names, removedParts, history }: Told, io: Io): void {
  const since = life?.since ?? null;
  const removedIn = life?.removedIn ?? null;
  io.stdout.write(
    `${JSON.stringify(
      {
        ...{ thing: thingTitle(thing), since, removedIn },
        ...{ renamedTo: names.later?.name ?? null, renamedFrom: names.former },
        ...{ gone: removedParts, history },
      },
      null,
      2,
    )}\n`,
  );
}

/** The width of the column with words for severities. */
const columnOfWords = 14;

/** Gives the words of a changed description. */
type PiecesOf = (change: Change) => readonly WordPiece[];

/** The code that compares words is loaded only if a description changed. */
async function piecesFor({ history }: Told): Promise<PiecesOf> {
  const isWorded = history.some(({ changes }) => changes.some(({ kind }) => kind.startsWith('documentation-')));
  return isWorded ? (await import('../../view/prose/word-pieces.ts')).wordPieces : () => [];
}

function printText(
  thing: Thing,
  { life, names, removedParts, history }: Told,
  { words, piecesOf }: { readonly words: ReleaseWords; readonly piecesOf: PiecesOf },
  io: Io,
): void {
  const print = (line: string) => io.stdout.write(`${visibleText(line.trimEnd())}\n`);
  print(`${thingTitle(thing)}: ${life === null ? 'not there any more' : words.span(life)}${nameWords(thing, names)}`);
  for (const one of removedParts) print(`  gone: ${partWords(one)}, ${words.span(one)}`);
  for (const { release, changes } of history) {
    print(words.release(release));
    const syntaxes = new Map(changes.map(({ key, syntax }) => [key, syntax]));
    // One line a card, as in `diff` and `between`.
    for (const card of worstFirst(cardsOf(changes))) {
      const [first] = card.changes;
      const meaning = card.audience === 'wire' ? wireWords : severityWords[card.severity];
      print(`  ${meaning.padEnd(columnOfWords)} ${plainSentence(cardSentence(card))}`);
      const described = card.changes.length === 1 ? wordLine(piecesOf(first)) : '';
      if (described !== '') print(`            ${described}`);
      // Values that were added to one enum have the same diff, which is read once.
      const diffs = card.changes.map(({ key }) => syntaxText(syntaxes.get(key) ?? []));
      for (const lines of new Map(diffs.map((diff) => [diff.join('\n'), diff])).values())
        for (const line of lines) print(`            ${line}`);
    }
  }
}

/** `, is CreateDbWidget now`; of a field, what its operation is. */
function nameWords({ direction }: Thing, { later, former }: Told['names']): string {
  const who = direction === undefined ? '' : 'its operation ';
  if (later !== null) return `, ${who}${later.isThere ? `is ${later.name} now` : `was ${later.name} then`}`;
  return former === null || direction !== undefined ? '' : `, was ${former} before`;
}

/** Releases with their changes, newest first; changed descriptions are stored separately, and added only on request. */
function historyOf(
  reader: StoreReader,
  thing: Thing,
  docs: boolean,
): readonly { readonly release: Release; readonly changes: readonly Change[] }[] {
  const history =
    thing.operation === undefined
      ? reader
          .serviceReleases({ service: thing.service })
          .map(({ release }) => ({ release, changes: reader.changes(thing.service, release.id) }))
      : operationHistory(reader, thing.service, thing.operation);
  if (!docs) return history;
  const changes = new Map(history.map((one) => [one.release.id, one.changes]));
  const described = new Set(reader.described(thing.service).map(({ release }) => release.id));
  return reader
    .releases()
    .filter(({ id }) => changes.has(id) || described.has(id))
    .map((release) => ({
      release,
      changes: [...(changes.get(release.id) ?? []), ...reader.descriptions(thing.service, release.id)],
    }));
}

/** The changes of an operation, and those that gave it another name: they are stored under the new one. */
function operationHistory(reader: StoreReader, service: string, operation: string) {
  const changes = new Map(reader.operationHistory(service, operation).map((one) => [one.release.id, one.changes]));
  for (const other of namesOfMethod(reader, service, operation))
    for (const { release, changes: all } of reader.operationHistory(service, other)) {
      const renames = all.filter((change) => isRenameOf(change, operation));
      if (renames.length > 0) changes.set(release.id, [...(changes.get(release.id) ?? []), ...renames]);
    }
  return reader.releases().flatMap((release) => {
    const own = changes.get(release.id);
    return own === undefined ? [] : [{ release, changes: own }];
  });
}

/** Since when a thing exists, or when it existed; null if nobody knows. */
function spanOf(
  reader: StoreReader,
  index: SinceIndex,
  thing: Thing,
): { readonly since: Since | null; readonly removedIn: Since | null } | null {
  const { operation, direction, path } = thing;
  const service = reader.service(thing.service);
  const state = service?.operations.find((one) => one.operation.name === operation);
  // An operation may have been removed before its service was.
  const removed = state?.removedIn ?? service?.removedIn ?? null;
  const removedIn = removed === null ? null : { release: removed, orEarlier: false };
  const whole = operation === undefined ? index.service : index.operation(operation);
  if (operation === undefined || direction === undefined || path === '')
    return whole === null && removedIn === null ? null : { since: whole, removedIn };
  const span = index.removedField(operation, direction, path);
  if (span !== null) return span;
  const since = index.field(operation, direction, path);
  if (since !== null || removedIn !== null) return { since, removedIn };
  const before = pathBefore(reader, { service: thing.service, operation, direction, path });
  return before === undefined ? null : { since: null, removedIn: { release: before.removedIn, orEarlier: false } };
}

/** The removed parts of a thing. For a whole service there would be too many. */
function removedPartsIn(index: SinceIndex, { operation, direction, path }: Thing): readonly RemovedPart[] {
  if (operation === undefined) return [];
  return direction === undefined ? index.removedParts(operation) : index.removedBelow(operation, direction, path);
}

function partWords({ direction, path, value }: RemovedPart): string {
  if (direction === null) return `error ${value}`;
  return value === null ? `${direction}.${path}` : `${value} of ${direction}.${path}`;
}

function concerns(change: Change, thing: Thing): boolean {
  return change.places.some((place) => isAt(place, change, thing)) || isRenameOf(change, thing.operation);
}

/** Whether a change gave an operation another name. */
function isRenameOf({ kind, before }: Change, operation: string | undefined): boolean {
  return kind === 'operation-renamed' && before === operation;
}

function isAt(place: Place, change: Change, thing: Thing): boolean {
  if (thing.operation === undefined) return true;
  if (place.operation !== thing.operation) return false;
  if (thing.direction === undefined) return true;
  // Of changes without a direction, only those of the operation itself concern its fields; changes of its errors do
  // not.
  if (place.direction === null) return change.kind.startsWith('operation-');
  if (place.direction !== thing.direction) return false;
  // A change of something around a field also concerns the field, which came with it.
  return thing.path === '' || place.path === thing.path || isInside(thing.path, place.path);
}
