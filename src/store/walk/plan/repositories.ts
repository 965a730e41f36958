/** The repositories that the store knows by their releases: clones that share one are the same repository. */
import type { SQLOutputValue } from 'node:sqlite';
import type { Release as GitRelease } from '../../../sources/index.ts';
import type { Database } from '../../database/database.ts';
import { Coverage } from './coverage.ts';

/** A repository that was walked. */
export interface KnownRepository {
  readonly id: number;
  /** As it was named when it was walked last. */
  readonly name: string;
  /** Whether it has service models: else it only has notes. */
  readonly hasModels: boolean;
}

/** A repository that has services which another one has too. */
export interface Rival {
  readonly repository: KnownRepository;
  readonly services: readonly string[];
}

/** A release that was walked. */
export interface WalkedRelease {
  readonly version: string;
  readonly date: string;
  /** Seconds since 1970. */
  readonly time: number;
  /** Of a release beside the main line: the version that it goes on from. */
  readonly predecessor: string | null;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly models: number;
}

/** The repositories that were walked, in the order of that. */
export function repositoriesOf(database: Database): readonly KnownRepository[] {
  return database
    .rows<Row>('repository', 'ORDER BY id')
    .map(({ id, name, models }) => ({ id, name, hasModels: models === 1 }));
}

/** The known repositories that a clone shares a release with, in the order in which they were walked first: they are one repository. */
export function recogniseRepositories(database: Database, releases: readonly GitRelease[]): readonly KnownRepository[] {
  return repositoriesOf(database).filter(({ id }) => {
    const walked = Coverage.read(database, id).all();
    return releases.some(({ version, commit }) => walked.get(version)?.has(commit) === true);
  });
}

/** Makes one repository of two that turned out to be one. Readers see no difference. */
export function mergeRepositories(database: Database, into: KnownRepository, other: KnownRepository): void {
  const [id, old] = [into.id, other.id];
  const coverage = Coverage.read(database, id).mergedWith(Coverage.read(database, old));
  const walked = new Map([...walkedOf(database, old), ...walkedOf(database, id)]);
  for (const table of ['input', 'unread', 'note'] as const) {
    const rows = database.rows<Record<string, SQLOutputValue>>(table, 'WHERE repository = ?', old);
    database.run(`DELETE FROM ${table} WHERE repository = ?`, old);
    for (const row of rows) database.insert(table, { ...row, repository: id }, 'IGNORE');
  }
  for (const table of ['walked', 'coverage']) database.run(`DELETE FROM ${table} WHERE repository = ?`, old);
  database.run('DELETE FROM repository WHERE id = ?', old);
  coverage.write(database, id);
  writeWalked(database, id, [...walked.values()]);
  writeRepository(database, { ...into, hasModels: into.hasModels || other.hasModels });
}

/** The number that the next repository gets. */
export function nextNumber(database: Database): number {
  return (database.get<{ id: number | null }>('SELECT max(id) AS id FROM repository')?.id ?? 0) + 1;
}

/** Writes a repository down under its number. */
export function writeRepository(database: Database, { id, name, hasModels }: KnownRepository): void {
  database.insert('repository', { id, name, models: hasModels ? 1 : 0 }, 'REPLACE');
}

/** The releases of a repository that were walked for any service, by version. */
export function walkedOf(database: Database, repository: number): ReadonlyMap<string, WalkedRelease> {
  return new Map(
    database
      .rows<WalkedRelease>('walked', 'WHERE repository = ?', repository)
      .map(({ version, date, time, predecessor }) => [version, { version, date, time, predecessor }]),
  );
}

/** Writes the releases of a repository down in the place of those that were there. */
export function writeWalked(database: Database, repository: number, releases: readonly WalkedRelease[]): void {
  database.run('DELETE FROM walked WHERE repository = ?', repository);
  for (const release of releases) database.insert('walked', { repository, ...release });
}

/** A release of a repository with service models. */
export interface ModelRelease extends WalkedRelease {
  readonly repository: number;
}

/**
 * Every release of a repository with service models: what readers call releases; or only those of one version. In the order in which the
 * repositories were walked first.
 */
export function modelReleases(database: Database, version?: string): readonly ModelRelease[] {
  const only = version === undefined ? [] : [version];
  return database.rows<ModelRelease>(
    'walked',
    `WHERE repository IN (SELECT id FROM repository WHERE models = 1) ${version === undefined ? '' : 'AND version = ? '}ORDER BY repository, version`,
    ...only,
  );
}
