/** Asks the dialects: which one a document is written in, and which one has a name. */
import type { Dialect } from './dialect.ts';
import { type DialectId, dialects } from './list.ts';
import type { ReleaseLine, RepositoryLayout } from './release-line.ts';
import { sampleOf } from './sample.ts';

export type { Dialect } from './dialect.ts';
export type { FileUnit, PackageLayout, PlacedFile } from './file-layout.ts';
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

/** A dialect whose history a repository can have. */
export type WalkedDialect = Dialect<DialectId> & { readonly repository: RepositoryLayout };

/** One sentence for each thing that is looked for, for people whose document is none of them. */
export const lookedFor: readonly string[] = [...new Set(dialects.map((dialect) => dialect.lookedFor))];

/** The dialect of a document, or undefined. Its first 64 KB are enough. */
export function detectDialect(text: string): DialectId | undefined {
  const sample = sampleOf(text);
  return dialects.find((dialect) => dialect.isWrittenIn(sample))?.id;
}

/** The dialect of a name; undefined for a name that none has. */
export function findDialect(id: string): Dialect<DialectId> | undefined {
  return dialects.find((dialect) => dialect.id === id);
}

/** The dialect of a name. */
export function dialectOf(id: DialectId): Dialect<DialectId> {
  const dialect = findDialect(id);
  if (dialect === undefined) throw new TypeError(`Unexpected \`${id}\`, expected the name of a dialect`);
  return dialect;
}

/** Whether documents of a dialect show services, and not only notes on them. */
export function showsServices(id: DialectId): boolean {
  const { facts } = dialectOf(id);
  return facts.always.length + facts.sometimes.length > 0;
}

/** The dialects that always show all of a service: where two of their sources differ about a version, one is wrong. */
export const wholeDialects: readonly DialectId[] = dialects
  .filter(({ facts }: Dialect) => facts.always.includes('all-operations'))
  .map(({ id }) => id);

/** The dialects whose history a repository can have. */
export const walkedDialects: readonly WalkedDialect[] = dialects.filter(isWalked);

/** Every line of releases, once. */
export const releaseLines: readonly ReleaseLine[] = [...new Set(dialects.map(({ releases }) => releases))];

function isWalked(dialect: Dialect<DialectId>): dialect is WalkedDialect {
  return dialect.repository !== null;
}
