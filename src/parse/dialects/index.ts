/** Selects a dialect: by the content of a document, or by its name. */
import type { Dialect } from './dialect.ts';
import { type DialectId, dialects } from './list.ts';
import type { ReleaseLine, RepositoryLayout } from './release-line.ts';
import { sampleOf } from './sample.ts';

export type { Dialect } from './dialect.ts';
export type { FileUnit, PackageLayout, PlacedFile, Twin } from './file-layout.ts';
export { type DialectId, dialects } from './list.ts';
export type {
  About,
  ModelPath,
  ModelRole,
  NoteFiles,
  ReleaseLine,
  RepositoryLayout,
  TagNames,
} from './release-line.ts';

/** A dialect that a repository's history may contain. */
export type WalkedDialect = Dialect<DialectId> & { readonly repository: RepositoryLayout };

/** One description of each expected document, for people whose document is not recognised. */
export const lookedFor: readonly string[] = [...new Set(dialects.map((dialect) => dialect.lookedFor))];

/** The dialect of a document; undefined if it is unknown. The first 64 KB of the text are enough. */
export function detectDialect(text: string): DialectId | undefined {
  const sample = sampleOf(text);
  return dialects.find((dialect) => dialect.isWrittenIn(sample))?.id;
}

/** The dialect with a name; undefined if there is none. */
export function findDialect(id: string): Dialect<DialectId> | undefined {
  return dialects.find((dialect) => dialect.id === id);
}

/** The dialect with a name. */
export function dialectOf(id: DialectId): Dialect<DialectId> {
  const dialect = findDialect(id);
  if (dialect === undefined) throw new TypeError(`Unexpected \`${id}\`, expected the name of a dialect`);
  return dialect;
}

/** Whether documents of a dialect contain services, and not only notes. */
export function showsServices(id: DialectId): boolean {
  const { facts } = dialectOf(id);
  return facts.always.length + facts.sometimes.length > 0;
}

/**
 * The dialects that always contain a whole service: if two such sources of one version differ, one of them is wrong.
 */
export const wholeDialects: readonly DialectId[] = dialects
  .filter(({ facts }: Dialect) => facts.always.includes('all-operations'))
  .map(({ id }) => id);

/** The dialects that a repository's history may contain. */
export const walkedDialects: readonly WalkedDialect[] = dialects.filter(isWalked);

/** Every product with releases, once. */
export const releaseLines: readonly ReleaseLine[] = [...new Set(dialects.map(({ releases }) => releases))];

function isWalked(dialect: Dialect<DialectId>): dialect is WalkedDialect {
  return dialect.repository !== null;
}
