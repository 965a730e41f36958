/** A walk never takes away what it was not asked about: ranges, services, clones, moved and deleted tags, second repositories. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/read.ts';
import { Database, type WalkOptions, type WalkReport, walk } from '../../src/store/write.ts';
import { dumpStore } from './dump.ts';
import { modelJson, TinyRepository } from './tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-walk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const fresh = (name: string) => join(folder, `${count++}-${name}`);
const path = (service: string) => `botocore/data/${service}/2020-01-01/service-2.json`;
const model = (service: string, ...fields: string[]) =>
  modelJson(Object.fromEntries(fields.map((name) => [name, 'string'])), `${service}-2020-01-01`);

async function walkInto(file: string, repository: string, options: WalkOptions = {}): Promise<WalkReport> {
  const database = Database.open(file);
  try {
    return await walk(database, `git:${repository}`, options);
  } finally {
    database.close();
  }
}

async function walked(repository: string, options: WalkOptions = {}): Promise<string> {
  const file = fresh('store.db');
  await walkInto(file, repository, options);
  return file;
}

function make(): TinyRepository {
  const repository = new TinyRepository(fresh('repository'));
  repository.release('1.0.0', { [path('thing')]: model('thing', 'A'), [path('other')]: model('other', 'X') });
  repository.release('1.1.0', { [path('thing')]: model('thing', 'A', 'B') });
  repository.release('1.2.0', { [path('other')]: model('other', 'X', 'Y'), [path('late')]: model('late', 'L') });
  repository.release('1.3.0', { [path('thing')]: model('thing', 'A', 'B', 'C') });
  return repository;
}

const cloneOf = (repository: TinyRepository) => {
  const clone = fresh('clone');
  execFileSync('git', ['clone', '-q', '--bare', repository.folder, clone]);
  return clone;
};

const lines = (file: string) => {
  const reader = openStore(file);
  const found = reader.serviceReleases().map(
    ({ release, service, status }) =>
      `${release.id} ${service} ${status} ${reader
        .changes(service, release.id)
        .map(({ kind, places }) => `${kind} ${places[0]?.path}`)
        .join(', ')}`,
  );
  reader.close();
  return found;
};

const sinceOf = (file: string, service: string, field: string) => {
  const reader = openStore(file);
  const since = reader.since(service).field('PutThing', 'request', field);
  reader.close();
  return since === null ? 'unknown' : `${since.release.id}${since.orEarlier ? ' or earlier' : ''}`;
};

describe('what was asked for is added', () => {
  test('services one after the other are as all at once', async () => {
    const repository = make();
    const file = await walked(repository.folder, { services: ['thing'] });
    expect(await walkInto(file, repository.folder, { services: ['other'] })).toMatchObject({ services: 1 });
    expect(await walkInto(file, repository.folder)).toMatchObject({ services: 1 });
    expect(await walkInto(file, repository.folder)).toMatchObject({ releases: 0, revisions: 0 });
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });

  test('another range takes nothing away, and the newest range has its since right', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    expect(await walkInto(file, repository.folder, { since: '1.2.0' })).toMatchObject({ releases: 0, revisions: 0 });
    expect(await walkInto(file, repository.folder, { until: '1.1.0' })).toMatchObject({ releases: 0, revisions: 0 });
    expect(await walkInto(file, repository.folder, { services: ['thing'], since: '1.3.0' })).toMatchObject({
      releases: 0,
    });
    expect(dumpStore(file)).toBe(before);
  });

  test('a service whose first walk ended early, and the rest with all others', async () => {
    const repository = make();
    const file = await walked(repository.folder, { services: ['thing'], until: '1.1.0' });
    await walkInto(file, repository.folder);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
    expect(sinceOf(file, 'late', 'L')).toBe('1.2.0');
  });

  test('between two ranges nobody looked: what is new after them may be older', async () => {
    const repository = make();
    const file = await walked(repository.folder, { until: '1.0.0' });
    await walkInto(file, repository.folder, { since: '1.3.0' });
    expect(sinceOf(file, 'thing', 'B')).toBe('1.3.0 or earlier');
    expect(sinceOf(file, 'late', 'L')).toBe('1.3.0 or earlier');
    await walkInto(file, repository.folder);
    expect(sinceOf(file, 'thing', 'B')).toBe('1.1.0');
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });
});

describe('another clone', () => {
  test('of the same repository adds nothing and takes nothing', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    expect(await walkInto(file, cloneOf(repository))).toMatchObject({ releases: 0, remarks: [] });
    expect(dumpStore(file)).toBe(before);
  });

  test('with fewer tags at an end leaves what it does not reach, and says so', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    const clone = fresh('clone');
    execFileSync('git', ['init', '-q', '--bare', clone]);
    const tags = ['1.0.0', '1.1.0', '1.2.0'].map((tag) => `refs/tags/${tag}:refs/tags/${tag}`);
    execFileSync('git', ['-C', clone, 'fetch', '-q', '--no-tags', repository.folder, ...tags]);
    const report = await walkInto(file, clone);
    expect(report.remarks).toEqual([expect.stringMatching(/does not reach as far .*: 1\.3\.0 stays as known/)]);
    expect(dumpStore(file)).toBe(before);
    expect((await walkInto(file, clone, { replace: true })).remarks).toEqual([
      expect.stringMatching(/^1\.3\.0 of .* withdrawn/),
    ]);
    expect(dumpStore(file)).toBe(dumpStore(await walked(clone)));
  });

  test('with older releases alone, and new ones beside: the store gives what the clone lacks', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    repository.release('1.4.0', { [path('other')]: model('other', 'X', 'Y', 'Z') });
    const clone = fresh('clone');
    execFileSync('git', ['init', '-q', '--bare', clone]);
    const tags = ['1.2.0', '1.3.0', '1.4.0'].map((tag) => `refs/tags/${tag}:refs/tags/${tag}`);
    // Shallow: the commits of older releases are not there either.
    execFileSync('git', ['-C', clone, 'fetch', '-q', '--no-tags', '--depth=1', `file://${repository.folder}`, ...tags]);
    const report = await walkInto(file, clone);
    expect(report.remarks).toEqual([expect.stringMatching(/1\.0\.0, 1\.1\.0 stay as known/)]);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });
});

describe('tags', () => {
  test('one that moved is read again, alone, and said', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    repository.goBackTo('1.1.0');
    repository.git('tag', '-d', '1.1.0');
    repository.goBackTo('1.0.0');
    repository.release('1.1.0', { [path('thing')]: model('thing', 'A', 'B2') });
    const report = await walkInto(file, repository.folder);
    expect(report.remarks).toEqual([expect.stringMatching(/^1\.1\.0 of .* is another commit now: read again\.$/)]);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });

  test('one that was deleted goes, and what it brought came with the next', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    repository.git('tag', '-d', '1.1.0');
    const report = await walkInto(file, repository.folder);
    expect(report.remarks).toEqual([expect.stringMatching(/^1\.1\.0 of .* withdrawn\.$/)]);
    expect(sinceOf(file, 'thing', 'B')).toBe('1.2.0');
    expect(lines(file).filter((line) => line.startsWith('1.1.0'))).toEqual([]);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });

  test('most of them deleted: nothing goes without --replace', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    for (const tag of ['1.0.0', '1.1.0', '1.2.0']) repository.git('tag', '-d', tag);
    await expect(walkInto(file, repository.folder)).rejects.toThrow(/--replace/);
    expect(dumpStore(file)).toBe(before);
    await walkInto(file, repository.folder, { replace: true });
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });

  test('two names of one release are one; of two commits the first name is taken, and said', async () => {
    const repository = make();
    repository.git('tag', 'v1.3.0', '1.3.0');
    expect((await walkInto(fresh('store.db'), repository.folder)).remarks).toEqual([]);
    repository.git('tag', '-d', 'v1.3.0');
    repository.git('tag', 'v1.3.0', '1.2.0');
    const file = fresh('store.db');
    expect((await walkInto(file, repository.folder)).remarks).toEqual([
      'The tags 1.3.0 and v1.3.0 name one release and two commits: 1.3.0 was taken.',
    ]);
    expect(sinceOf(file, 'thing', 'C')).toBe('1.3.0');
  });

  test('of one version in other words are one release; of a tree or a file they are none', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0', { [path('thing')]: model('thing', 'A') });
    repository.git('tag', '1.0.0', '1.0');
    repository.release('1.1.0rc1', { [path('thing')]: model('thing', 'A', 'B') });
    repository.release('1.1.0-rc1', { [path('thing')]: model('thing', 'A', 'B', 'C') });
    repository.git('tag', '9.0.0', '1.0^{tree}');
    repository.git('tag', '9.1.0', `1.0:${path('thing')}`);
    const file = fresh('store.db');
    const { remarks } = await walkInto(file, repository.folder);
    expect(remarks).toEqual(['The tags 1.1.0-rc1 and 1.1.0rc1 name one release and two commits: 1.1.0-rc1 was taken.']);
    const reader = openStore(file);
    expect(reader.releases().map(({ id }) => id)).toEqual(['1.1.0-rc1', '1.0']);
    reader.close();
  });

  test('with something in front of the version', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('release-1.0.0', { [path('thing')]: model('thing', 'A') });
    repository.release('release-1.1.0', { [path('thing')]: model('thing', 'A', 'B') });
    await expect(walkInto(fresh('store.db'), repository.folder)).rejects.toThrow(/--tag-prefix/);
    const file = await walked(repository.folder, { tagPrefix: 'release-' });
    expect(sinceOf(file, 'thing', 'B')).toBe('1.1.0');
  });

  test('a backport is compared with what it goes on from, and takes nothing from the greater version', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { [path('thing')]: model('thing', 'A') });
    repository.release('2.0.0', { [path('thing')]: model('thing', 'A', 'New') });
    repository.goBackTo('1.0.0');
    repository.release('1.0.1', { [path('thing')]: model('thing', 'A', 'Fix') });
    repository.release('1.0.2', { [path('thing')]: model('thing', 'A', 'Fix', 'Fix2') });
    repository.goBackTo('2.0.0');
    repository.release('2.1.0', { [path('thing')]: model('thing', 'A', 'New', 'Fix') });
    const expected = [
      '2.1.0 thing changed field-added Fix',
      '2.0.0 thing changed field-added New',
      '1.0.2 thing changed field-added Fix2',
      '1.0.1 thing changed field-added Fix',
      '1.0.0 thing first ',
    ];
    const file = await walked(repository.folder);
    expect(lines(file)).toEqual(expected);
    expect(sinceOf(file, 'thing', 'Fix')).toBe('2.1.0');
    expect(sinceOf(file, 'thing', 'Fix2')).toBe('unknown');
    const reader = openStore(file);
    const net = (from: string, to: string) =>
      reader.between('thing', from, to)?.changes.map(({ kind, places }) => `${kind} ${places[0]?.path}`);
    expect(net('1.0.0', '1.0.2')).toEqual(['field-added Fix', 'field-added Fix2']);
    expect(net('1.0.0', '2.0.0')).toEqual(['field-added New']);
    expect(net('1.0.2', '2.0.0')).toEqual(['field-added New', 'field-removed Fix', 'field-removed Fix2']);
    reader.close();
    // One after the other, and a backport that comes late, end the same.
    const slow = fresh('store.db');
    for (const until of ['1.0.0', '1.0.1', '2.0.0', '2.1.0']) await walkInto(slow, repository.folder, { until });
    expect(dumpStore(slow)).toBe(dumpStore(file));
    const late = fresh('store.db');
    await walkInto(late, repository.folder, { since: '2.0.0' });
    await walkInto(late, repository.folder);
    expect(dumpStore(late)).toBe(dumpStore(file));
  });
});

describe('a second repository', () => {
  test('without service models adds its notes, and takes nothing out of sight', async () => {
    const file = await walked(make().folder);
    const before = lines(file);
    const second = new TinyRepository(fresh('second'));
    const note = JSON.stringify([{ type: 'feature', category: '``thing``', description: 'Of another project.' }]);
    second.release('1.1.0', { '.changes/1.1.0.json': note });
    const report = await walkInto(file, second.folder);
    expect(report).toMatchObject({ releases: 1, notes: 1, services: 0 });
    expect(report.derived?.elsewhere).toEqual([{ repository: second.folder, count: 1 }]);
    expect(lines(file)).toEqual(before);
    expect(await walkInto(file, second.folder)).toMatchObject({ releases: 0, notes: 0 });
  });

  test('with the same services is refused, or takes the place of the first', async () => {
    const file = await walked(make().folder);
    const before = dumpStore(file);
    const second = new TinyRepository(fresh('second'));
    second.release('1.1.0', { [path('thing')]: model('thing', 'Q') });
    await expect(walkInto(file, second.folder)).rejects.toThrow(/--replace/);
    expect(dumpStore(file)).toBe(before);
    await walkInto(file, second.folder, { replace: true });
    expect(sinceOf(file, 'thing', 'Q')).toBe('1.1.0 or earlier');
    expect(sinceOf(file, 'thing', 'B')).toBe('unknown');
    expect(sinceOf(file, 'other', 'Y')).toBe('1.2.0');
  });

  test('with services of its own stands beside the first', async () => {
    const file = await walked(make().folder);
    const second = new TinyRepository(fresh('second'));
    second.release('5.0.0', { [path('stranger')]: model('stranger', 'Q') });
    second.release('5.1.0', { [path('stranger')]: model('stranger', 'Q', 'R') });
    await walkInto(file, second.folder);
    expect(sinceOf(file, 'stranger', 'R')).toBe('5.1.0');
    expect(sinceOf(file, 'thing', 'B')).toBe('1.1.0');
  });
});

test('a walk that is refused leaves no trace', async () => {
  const repository = make();
  const file = await walked(repository.folder);
  const before = dumpStore(file);
  await expect(walkInto(file, repository.folder, { since: '9.0.0' })).rejects.toThrow(/from 1\.0\.0 to 1\.3\.0/);
  expect(dumpStore(file)).toBe(before);
});
