/** What a walk could not read is marked, told, and tried again; clones that lack things are named. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openRepository, SourceError } from '../../../src/sources/index.ts';
import { examine } from '../../../src/store/database/examine.ts';
import { openStore } from '../../../src/store/read.ts';
import { readableAgain } from '../../../src/store/walk/readable-again.ts';
import { Database, type WalkOptions, type WalkProgress, walk } from '../../../src/store/write.ts';
import { dumpStore } from '../dump.ts';
import { modelJson, TinyRepository } from './tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-unread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const fresh = (name: string) => join(folder, `${count++}-${name}`);
const path = (service: string) => `botocore/data/${service}/2020-01-01/service-2.json`;
const model = (...fields: string[]) => modelJson(Object.fromEntries(fields.map((name) => [name, 'string'])));

async function walkInto(file: string, repository: string, options: WalkOptions = {}, progress: WalkProgress = {}) {
  const database = Database.open(file);
  try {
    return await walk(database, `git:${repository}`, options, progress);
  } finally {
    database.close();
  }
}

function make(): TinyRepository {
  const repository = new TinyRepository(fresh('repository'));
  repository.release('1.0.0', { [path('thing')]: model('A') });
  repository.release('1.1.0', { [path('thing')]: model('A', 'B') });
  repository.release('1.2.0', { [path('thing')]: model('A', 'B', 'C') });
  return repository;
}

const git = (repository: string, ...args: string[]) =>
  execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' }).trim();

/** The file of the loose object of a model at a tag. */
function objectFile(repository: TinyRepository, tag: string): string {
  const id = git(repository.folder, 'rev-parse', `${tag}:${path('thing')}`);
  return join(repository.folder, '.git/objects', id.slice(0, 2), id.slice(2));
}

const sinceOf = (file: string, field: string) => {
  const reader = openStore(file);
  const since = reader.since('thing').field('PutThing', 'request', field);
  reader.close();
  return since === null ? 'unknown' : `${since.release.id}${since.orEarlier ? ' or earlier' : ''}`;
};

const examined = (file: string) => {
  const database = Database.read(file);
  const found = examine(database);
  database.close();
  return found;
};

test('only what was not there can be there now: a file that is no model stays one', async () => {
  const repository = make();
  repository.release('1.3.0', { [path('broken')]: '{', [path('thing')]: model('A', 'B', 'C', 'D') });
  const object = objectFile(repository, '1.1.0');
  const kept = execFileSync('cat', [object]);
  rmSync(object, { force: true });
  const file = fresh('store.db');
  expect((await walkInto(file, repository.folder)).problems).toHaveLength(2);
  const database = Database.open(file);
  try {
    const id = database.get<{ id: number }>('SELECT DISTINCT repository AS id FROM unread')?.id ?? -1;
    const clone = await openRepository(repository.folder);
    expect(await readableAgain(database, clone, id)).toEqual([]);
    writeFileSync(object, kept);
    expect(await readableAgain(database, clone, id)).toEqual(['thing']);
    expect(await readableAgain(database, clone, id + 1)).toEqual([]);
  } finally {
    database.close();
  }
});

describe('an object that the repository lacks, or that is damaged', () => {
  test.each(['missing', 'damaged'])('%s: what follows is "or earlier", until it can be read', async (how) => {
    const repository = make();
    const object = objectFile(repository, '1.1.0');
    const kept = execFileSync('cat', [object]);
    chmodSync(object, 0o644);
    if (how === 'missing') rmSync(object);
    else truncateSync(object, 20);
    const file = fresh('store.db');
    const report = await walkInto(file, repository.folder);
    expect(report.problems).toEqual([expect.stringMatching(/^1\.1\.0 thing\/2020-01-01\/service-2\.json: /)]);
    expect(report.problems[0]).not.toMatch(/JSON/);
    expect(sinceOf(file, 'B')).toBe('1.2.0 or earlier');
    expect(sinceOf(file, 'C')).toBe('1.2.0 or earlier');
    expect(examined(file).remarks).toEqual([
      expect.stringMatching(/^thing of 1\.1\.0 could not be read, and what follows may be older: /),
      expect.stringMatching(/tried again/),
    ]);
    const reader = openStore(file);
    expect(reader.unread()).toMatchObject([{ service: 'thing', version: '1.1.0' }]);
    reader.close();
    expect(await walkInto(file, repository.folder)).toMatchObject({ releases: 0, revisions: 0 });
    writeFileSync(object, kept);
    await walkInto(file, repository.folder);
    expect(sinceOf(file, 'B')).toBe('1.1.0');
    const whole = fresh('whole.db');
    await walkInto(whole, repository.folder);
    expect(dumpStore(file)).toBe(dumpStore(whole));
    expect(examined(file)).toMatchObject({ remarks: [], problems: [] });
  });

  test('a first release that is known and unread is no birth', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { 'README.md': 'nothing yet' });
    repository.release('1.1.0', { [path('thing')]: '{"metadata": {' });
    repository.release('1.2.0', { [path('thing')]: model('A') });
    const file = fresh('store.db');
    await walkInto(file, repository.folder);
    const reader = openStore(file);
    expect(reader.since('thing').service).toMatchObject({ orEarlier: true, release: { id: '1.2.0' } });
    expect(reader.serviceReleases().map(({ status }) => status)).toEqual(['first']);
    reader.close();
  });
});

describe('clones that lack things are named, with the command that helps', () => {
  test('a partial clone; and the command helps', async () => {
    const repository = make();
    git(repository.folder, 'config', 'uploadpack.allowFilter', 'true');
    git(repository.folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clone = fresh('partial');
    execFileSync('git', ['clone', '-q', '--bare', '--filter=blob:none', `file://${repository.folder}`, clone]);
    const file = fresh('store.db');
    const refused = walkInto(file, clone);
    await expect(refused).rejects.toBeInstanceOf(SourceError);
    await expect(refused).rejects.toThrow(/partial clone: it lacks 3 of the 3 files .* fetch --refetch --no-filter/);
    git(clone, 'fetch', '-q', '--refetch', '--no-filter');
    expect(await walkInto(file, clone)).toMatchObject({ releases: 3, revisions: 3 });
  });

  test('a shallow clone without tags', async () => {
    const clone = fresh('shallow');
    execFileSync('git', ['clone', '-q', '--depth=1', '--no-tags', `file://${make().folder}`, clone]);
    await expect(walkInto(fresh('store.db'), clone)).rejects.toThrow(/shallow clone.*fetch --unshallow --tags/);
  });

  test('a repository that is deleted during the walk', async () => {
    const repository = new TinyRepository(fresh('repository'));
    for (let index = 0; index < 30; index++)
      repository.release(`1.${index}.0`, {
        [path('thing')]: model(...Array.from({ length: index + 1 }, (_, at) => `F${at}`)),
      });
    const file = fresh('store.db');
    const walking = walkInto(
      file,
      repository.folder,
      {},
      { onPlan: () => rmSync(repository.folder, { recursive: true }) },
    );
    await expect(walking).rejects.toBeInstanceOf(SourceError);
    const reader = openStore(file);
    expect(reader.releases()).toEqual([]);
    reader.close();
  });
});
