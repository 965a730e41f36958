/** Walks of small repositories for tests, and what the store says after them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Change } from '../../../src/model/index.ts';
import { openStore } from '../../../src/store/read.ts';
import { Database, refresh, type WalkOptions, type WalkReport, walk } from '../../../src/store/write.ts';
import { dumpStore } from '../dump.ts';
import { modelJson, TinyRepository } from './tiny-repository.ts';

/** A folder for one file of tests, and places in it that nobody has yet. */
export interface Scratch {
  readonly folder: string;
  fresh(name: string): string;
  /** Walks a repository into a store, a fresh one where none is named; gives its file. */
  walked(repository: string | TinyRepository, options?: WalkOptions, file?: string): Promise<string>;
}

/** Makes the folder; it goes when the tests of the file are done. */
export function scratchFolder(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'apidelta-walk-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  const fresh = (name: string) => join(folder, `${count++}-${name}`);
  return {
    folder,
    fresh,
    walked: async (repository, options = {}, file = fresh('store.db')) => {
      await walkInto(file, typeof repository === 'string' ? repository : repository.folder, options);
      return file;
    },
  };
}

/** A repository of three services and four releases: `thing` gains a field in two, `other` in one, and `late` comes. */
export function smallHistory(folder: string): TinyRepository {
  const [path, model] = [modelPath, modelOf];
  const repository = new TinyRepository(folder);
  repository.release('1.0.0', { [path('thing')]: model('thing', 'A'), [path('other')]: model('other', 'X') });
  repository.release('1.1.0', { [path('thing')]: model('thing', 'A', 'B') });
  repository.release('1.2.0', { [path('other')]: model('other', 'X', 'Y'), [path('late')]: model('late', 'L') });
  repository.release('1.3.0', { [path('thing')]: model('thing', 'A', 'B', 'C') });
  return repository;
}

/** Where a repository has the model of a service. */
export function modelPath(service: string): string {
  return `botocore/data/${service}/2020-01-01/service-2.json`;
}

/** The model of an API by its uid, with fields in the request of its operation. */
export function modelOf(uid: string, ...fields: string[]): string {
  return modelJson(Object.fromEntries(fields.map((name) => [name, 'string'])), `${uid}-2020-01-01`);
}

/** Walks a repository into a store. */
export async function walkInto(file: string, repository: string, options: WalkOptions = {}): Promise<WalkReport> {
  const database = Database.open(file);
  try {
    return await walk(database, `git:${repository}`, options);
  } finally {
    database.close();
  }
}

/** Since when a field of a request exists: a release, `1.0.0 or earlier`, or `unknown`. */
export function sinceOf(file: string, service: string, field: string): string {
  const reader = openStore(file);
  const since = reader.since(service).field('PutThing', 'request', field);
  reader.close();
  return since === null ? 'unknown' : `${since.release.id}${since.orEarlier ? ' or earlier' : ''}`;
}

/** A line a release of a service: `1.1.0 thing changed field-added B`. */
export function linesOf(file: string): readonly string[] {
  const reader = openStore(file);
  const found = reader.serviceReleases().map(({ release, service, status }) => {
    const changes = reader.changes(service, release.id).map(({ kind, places }) => `${kind} ${places[0]?.path}`);
    return `${release.id} ${service} ${status} ${changes.join(', ')}`;
  });
  reader.close();
  return found;
}

/** Does something with a store that is open for writing; gives its file. */
export async function into(file: string, work: (database: Database) => Promise<unknown>): Promise<string> {
  const database = Database.open(file);
  try {
    await work(database);
  } finally {
    database.close();
  }
  return file;
}

/** A line a change: `1.1.0 thing field-added B`, or what `words` says of it after the service. */
export function told(
  file: string,
  words = ({ kind, value, places }: Change) => `${kind} ${value || places[0]?.path}`,
): readonly string[] {
  const reader = openStore(file);
  const found = reader
    .serviceReleases()
    .flatMap(({ release, service }) =>
      reader.changes(service, release.id).map((change) => `${release.id} ${service} ${words(change)}`),
    );
  reader.close();
  return found;
}

/** Makes everything anew from what the store kept. */
export async function madeAnew(file: string): Promise<string> {
  await into(file, async (database) => {
    database.insert('meta', { key: 'rules', value: '0' }, 'REPLACE');
    for (const row of database.rows<Record<string, string>>('service', ''))
      database.insert('service', { ...row, made_from: '' }, 'REPLACE');
    await refresh(database);
  });
  return dumpStore(file);
}
