/** Walking a repository: what it finds, that it goes on, and that it is right about the real history. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareServices } from '../../src/diff/index.ts';
import { fieldsOf, type Service } from '../../src/model/index.ts';
import { parseDocuments } from '../../src/parse/index.ts';
import { compareVersions } from '../../src/sources/index.ts';
import { between, Database, openReader, stateAt, walk } from '../../src/store/index.ts';
import { describeShared, shared } from '../shared.ts';
import { dumpStore } from './dump.ts';
import { modelJson, TinyRepository } from './tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-walk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const fresh = (name: string) => join(folder, `${count++}-${name}`);
const path = (service: string, api = '2020-01-01') => `botocore/data/${service}/${api}/service-2.json`;

async function walked(repository: string, file = fresh('store.db')): Promise<string> {
  const database = Database.open(file);
  await walk(database, `git:${repository}`);
  database.close();
  return file;
}

describe('a small repository', () => {
  const make = () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { [path('thing')]: modelJson({ Name: 'string' }) });
    repository.release(
      '1.0.1',
      { [path('thing')]: modelJson({ Name: 'string', Mode: ['A'] }), [path('other')]: modelJson({ X: 'string' }) },
      true,
    );
    repository.release('1.0.2', { 'README.md': 'nothing of the API' });
    repository.release('1.0.3', { [path('thing')]: modelJson({ Name: 'string', Mode: ['A', 'B'] }) });
    return repository;
  };

  test('releases, days, changes and since', async () => {
    const reader = openReader(await walked(make().folder));
    expect(reader.releases().map(({ id, date }) => `${id} ${date}`)).toEqual([
      '1.0.3 2024-01-04',
      '1.0.2 2024-01-03',
      '1.0.1 2024-01-02',
      '1.0.0 2024-01-01',
    ]);
    expect(
      reader.serviceReleases().map(({ release, service, status }) => `${release.id} ${service} ${status}`),
    ).toEqual(['1.0.3 thing changed', '1.0.1 other added', '1.0.1 thing changed', '1.0.0 thing first']);
    expect(reader.changes('thing', '1.0.3').map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'enum-value-added B',
    ]);
    const since = reader.since('thing');
    expect(since.operation('PutThing')).toMatchObject({ orEarlier: true, release: { id: '1.0.0' } });
    expect(since.enumValue('PutThing', 'request', 'Mode', 'B')).toMatchObject({
      orEarlier: false,
      release: { id: '1.0.3' },
    });
    expect(reader.since('other').service).toMatchObject({ orEarlier: false, release: { id: '1.0.1' } });
    reader.close();
  });

  test('a new tag is walked alone, and the store ends as if all had been walked at once', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    repository.release('1.1.0', {
      [path('thing')]: modelJson({ Name: 'string', Mode: ['A', 'B', 'C'] }),
      [path('other')]: null,
    });
    const database = Database.open(file);
    expect(await walk(database, `git:${repository.folder}`)).toMatchObject({ releases: 1, revisions: 2 });
    expect(await walk(database, `git:${repository.folder}`)).toMatchObject({ releases: 0 });
    database.close();
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
    const reader = openReader(file);
    expect(reader.changes('other', '1.1.0').map(({ kind }) => kind)).toEqual(['service-removed']);
    expect(reader.services().find(({ id }) => id === 'other')).toMatchObject({
      operations: 0,
      removedIn: { id: '1.1.0' },
    });
    reader.close();
  });

  test('a new API version is no new service, and is compared with the newest before it', async () => {
    const repository = make();
    repository.release('1.2.0', {
      [path('thing', '2024-05-05')]: modelJson(
        { Name: 'string', Mode: ['A', 'B'], Extra: 'string' },
        'thing-2024-05-05',
      ),
    });
    const reader = openReader(await walked(repository.folder));
    expect(reader.changes('thing', '1.2.0').map(({ kind }) => kind)).toContain('field-added');
    expect(reader.services().map(({ id }) => id)).toEqual(['other', 'thing']);
    reader.close();
  });

  test('a damaged model is a message, and the walk goes on with the last good one', async () => {
    const repository = make();
    repository.release('1.3.0', { [path('thing')]: '{"metadata": {' });
    repository.release('1.3.1', { [path('thing')]: modelJson({ Name: 'string', Mode: ['A', 'B', 'Z'] }) });
    const file = fresh('store.db');
    const database = Database.open(file);
    const report = await walk(database, `git:${repository.folder}`);
    database.close();
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]).toMatch(/1\.3\.0 thing/);
    const reader = openReader(file);
    expect(reader.changes('thing', '1.3.1').map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'enum-value-added Z',
    ]);
    reader.close();
  });

  test('every note is attached to a service that changed, or named', async () => {
    const repository = make();
    const note = (category: string, description: string) => ({ type: 'api-change', category, description });
    const notes = [
      note('``thing``', 'A new value.'),
      note('``other``', 'Only its endpoints.'),
      note('``nobody``', 'Of no service.'),
    ];
    repository.release('1.5.0', {
      [path('thing')]: modelJson({ Name: 'string', Mode: ['A', 'B', 'N'] }),
      '.changes/1.5.0.json': JSON.stringify(notes),
    });
    const file = fresh('store.db');
    const database = Database.open(file);
    const report = await walk(database, `git:${repository.folder}`);
    database.close();
    expect(report.derived).toMatchObject({ unmatchedNotes: 1, unmatchedNames: ['nobody'], onlyNoted: ['other 1.5.0'] });
    const reader = openReader(file);
    const noted = reader.serviceReleases({ release: '1.5.0' });
    expect(noted.map(({ service, notes: own, counts }) => `${service} ${own.length} ${counts.safe}`)).toEqual([
      'other 1 0',
      'thing 1 1',
    ]);
    reader.close();
  });

  test('what is removed and comes back is new again', async () => {
    const repository = make();
    repository.release('1.4.0', { [path('thing')]: modelJson({ Name: 'string' }) });
    repository.release('1.4.1', { [path('thing')]: modelJson({ Name: 'string', Mode: ['A', 'B'] }) });
    const file = await walked(repository.folder);
    const reader = openReader(file);
    expect(reader.since('thing').field('PutThing', 'request', 'Mode')).toMatchObject({
      orEarlier: false,
      release: { id: '1.4.1' },
    });
    reader.close();
    const database = Database.read(file);
    expect(between(database, 'thing', '1.0.3', '1.4.1')).toBeUndefined();
    database.close();
  });
});

describeShared('the real history of 13 services', () => {
  let repository = '';
  let undisturbed = '';
  beforeAll(async () => {
    repository = fresh('history');
    execFileSync('git', ['clone', '-q', '--bare', shared('data/botocore-history.bundle'), repository], {
      stdio: 'pipe',
    });
    undisturbed = await walked(repository);
  }, 120_000);

  test('killed at random moments and run again, the store ends equal', async () => {
    const file = fresh('killed.db');
    const before = dumpStore(undisturbed);
    let state = 20_251_113;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    for (let kill = 0; kill < 20; kill++) {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, '../../src/cli/main.ts'), 'ingest', `git:${repository}`, '--store', file],
        { stdio: 'ignore' },
      );
      const ended = new Promise((done) => child.once('exit', done));
      await new Promise((done) => setTimeout(done, 200 + random() * 2_500));
      child.kill('SIGKILL');
      await ended;
    }
    expect(dumpStore(await walked(repository, file)) === before).toBe(true);
  }, 240_000);

  test('between two versions is the difference of their models, for 200 random pairs', () => {
    const database = Database.read(undisturbed);
    const services = database.all<{ id: string }>('SELECT id FROM service ORDER BY id').map(({ id }) => id);
    const versions = database
      .all<{ version: string }>('SELECT version FROM walked ORDER BY position')
      .map(({ version }) => version);
    let state = 7;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    let compared = 0;
    for (let pair = 0; pair < 200; pair++) {
      const service = services[random(services.length)] as string;
      const [from, to] = [versions[random(versions.length)] as string, versions[random(versions.length)] as string];
      const expected = compareServices(modelAt(repository, service, from), modelAt(repository, service, to));
      const found = between(database, service, from, to);
      expect(JSON.stringify(found), `${service} ${from} ${to}`).toBe(JSON.stringify(expected));
      if (found !== undefined) compared++;
    }
    database.close();
    expect(compared).toBeGreaterThan(100);
  }, 120_000);

  test('since: the first release whose model has the path, without a gap until today', () => {
    const database = Database.read(undisturbed);
    const reader = openReader(undisturbed);
    let paths = 0;
    for (const { id } of reader.services()) {
      const versions = database
        .all<{ version: string }>("SELECT version FROM input WHERE service = ? AND snapshot <> ''", id)
        .map(({ version }) => version)
        .sort(compareVersions)
        .reverse();
      const since = sinceByHand(versions.map((version) => [version, stateAt(database, id, version) as Service]));
      const index = reader.since(id);
      for (const [key, version] of since) {
        const [operation = '', direction, path = ''] = key.split('\t');
        const found = index.field(operation, direction as 'request', path);
        if (found?.release.id !== version) expect.fail(`${id} ${key}: ${found?.release.id}, and not ${version}`);
        paths++;
      }
    }
    reader.close();
    database.close();
    expect(paths).toBeGreaterThan(20_000);
  }, 240_000);
});

/** An independent reading: the model as git has it at a tag, or at the newest one before it that has the service. */
function modelAt(repository: string, service: string, version: string): Service | undefined {
  const git = (...args: string[]) =>
    execFileSync('git', ['--git-dir', repository, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' });
  const files = git(
    'ls-tree',
    '-r',
    '--name-only',
    version,
    `botocore/data/${service}/`,
    `botocore/data/aws/${service}/`,
  ).split('\n');
  const newest = [...new Set(files.flatMap((file) => /\/(\d{4}-\d{2}-\d{2})\/service-2\.json$/.exec(file)?.[1] ?? []))]
    .sort()
    .at(-1);
  if (newest === undefined) return undefined;
  const documents = files
    .filter(
      (file) =>
        file.includes(`/${newest}/`) &&
        /(?:service-2|paginators-1|waiters-2|paginators-1\.sdk-extras)\.json$/.test(file),
    )
    .sort();
  return parseDocuments(
    'service-model',
    documents.map((name) => ({ name, text: git('show', `${version}:${name}`) })),
    { service },
  ).api.services[0];
}

/** Goes back from the newest state and drops a path where it is missing: what was left last is its first release. */
function sinceByHand(states: readonly (readonly [string, Service])[]): ReadonlyMap<string, string> {
  const since = new Map<string, string>();
  let alive: Set<string> | undefined;
  for (const [version, service] of states) {
    const here = new Set<string>();
    for (const operation of service.operations) {
      for (const direction of ['request', 'response'] as const) {
        const root = operation[direction];
        if (root === undefined || root === null) continue;
        for (const { path } of fieldsOf(service.shapes, root)) here.add(`${operation.name}\t${direction}\t${path}`);
      }
    }
    alive = alive === undefined ? here : new Set([...alive].filter((key) => here.has(key)));
    for (const key of alive) since.set(key, version);
  }
  return since;
}
