/** The repositories that the store knows, by their releases: clones that share a release are the same repository. */
import type { SQLOutputValue } from 'node:sqlite';
import type { Release as GitRelease } from '../../../sources/index.ts';
import type { Database } from '../../database/database.ts';
import { Coverage } from './coverage.ts';

/** A repository that was walked. */
export interface KnownRepository {
  readonly id: number;
  /** Its name in the last walk. */
  readonly name: string;
  /** Whether it has service models; otherwise it has only notes. */
  readonly hasModels: boolean;
}

/** A repository with services that another one also has. */
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
  /** For a release beside the main line: the version that it continues after. */
  readonly predecessor: string | null;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly models: number;
}

/** The walked repositories, in the order of their first walk. */
export function repositoriesOf(database: Database): readonly KnownRepository[] {
  return database
    .rows<Row>('repository', 'ORDER BY id')
    .map(({ id, name, models }) => ({ id, name, hasModels: models === 1 }));
}

/**
 * The known repositories that share a release with a clone, in the order of their first walk: they are one repository.
 */
export function recogniseRepositories(database: Database, releases: readonly GitRelease[]): readonly KnownRepository[] {
  return repositoriesOf(database).filter(({ id }) => {
    const walked = Coverage.read(database, id).all();
    return releases.some(({ version, commit }) => walked.get(version)?.has(commit) === true);
  });
}

/** Joins two repositories that are the same one. Readers see no difference. */
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

/** The number of the next repository. */
export function nextNumber(database: Database): number {
  return (database.get<{ id: number | null }>('SELECT max(id) AS id FROM repository')?.id ?? 0) + 1;
}

/** Stores a repository under its number. */
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

/** Replaces the stored releases of a repository. */
export function writeWalked(database: Database, repository: number, releases: readonly WalkedRelease[]): void {
  database.run('DELETE FROM walked WHERE repository = ?', repository);
  for (const release of releases) database.insert('walked', { repository, ...release });
}

/** A release of a repository with service models. */
export interface ModelRelease extends WalkedRelease {
  readonly repository: number;
}

/**
 * Every release of a repository with service models, which readers see as releases; or only those of one version. In
 * the order of the repositories' first walks.
 */
export function modelReleases(database: Database, version?: string): readonly ModelRelease[] {
  const only = version === undefined ? [] : [version];
  return database.rows<ModelRelease>(
    'walked',
    `WHERE repository IN (SELECT id FROM repository WHERE models = 1) ${version === undefined ? '' : 'AND version = ? '}ORDER BY repository, version`,
    ...only,
  );
}
