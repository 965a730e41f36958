/** Walking a small repository: what it finds, and that it goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { Database, refresh, walk } from '../../../src/store/write.ts';
import { dumpStore } from '../dump.ts';
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
    const reader = openStore(await walked(make().folder));
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
    const reader = openStore(file);
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
    const reader = openStore(await walked(repository.folder));
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
    const reader = openStore(file);
    expect(reader.changes('thing', '1.3.1').map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'enum-value-added Z',
    ]);
    reader.close();
  });

  test('what is gone is known, with the release that removed it, until it comes back', async () => {
    const repository = make();
    repository.release('1.4.0', { [path('thing')]: modelJson({ Name: 'string', Mode: ['B'] }) });
    repository.release('1.4.1', { [path('thing')]: modelJson({ Mode: ['B', 'constructor'] }) });
    repository.release('1.4.2', { [path('thing')]: modelJson({ Mode: ['B'] }) });
    const reader = openStore(await walked(repository.folder));
    const index = reader.since('thing');
    expect(index.removedField('PutThing', 'request', 'Name')).toMatchObject({
      since: { orEarlier: true, release: { id: '1.0.0' } },
      removedIn: { orEarlier: false, release: { id: '1.4.1' } },
    });
    expect(index.removedField('PutThing', 'request', 'Mode')).toBeNull();
    const words = index
      .removedParts('PutThing')
      .map((gone) => `${gone.path} ${gone.value} ${gone.since?.release.id} ${gone.removedIn.release.id}`);
    expect(words.sort()).toEqual(['Mode A 1.0.1 1.4.0', 'Mode constructor 1.4.1 1.4.2', 'Name null 1.0.0 1.4.1']);
    reader.close();
    repository.release('1.4.3', { [path('thing')]: modelJson({ Name: 'string', Mode: ['A', 'B', 'constructor'] }) });
    const back = openStore(await walked(repository.folder)).since('thing');
    expect(back.removedParts('PutThing')).toEqual([]);
    expect(back.field('PutThing', 'request', 'Name')).toMatchObject({ release: { id: '1.4.3' } });
    expect(back.enumValue('PutThing', 'request', 'Mode', 'constructor')).toMatchObject({ release: { id: '1.4.3' } });
  });

  test('a service that was renamed goes on under its new name', async () => {
    const repository = make();
    const model = modelJson({ Name: 'string', Mode: ['A', 'B'] });
    repository.release('1.4.0', {
      [path('thing')]: null,
      [path('things')]: model,
      [path('stranger')]: modelJson({ X: 'string' }, 'stranger-2020-01-01'),
    });
    repository.release('1.4.1', { [path('things')]: modelJson({ Name: 'string', Mode: ['A', 'B', 'C'] }) });
    const file = await walked(repository.folder);
    const reader = openStore(file);
    const said = (service: string, release: string) => [
      reader.serviceReleases({ service, release })[0]?.status,
      ...reader.changes(service, release).map(({ kind, value }) => `${kind} ${value}`),
    ];
    expect(said('things', '1.4.0')).toEqual(['changed', 'service-renamed thing>things']);
    expect(said('thing', '1.4.0')).toEqual(['renamed', 'service-renamed thing>things']);
    expect(said('stranger', '1.4.0')).toEqual(['added', 'service-added ']);
    expect(said('things', '1.4.1')).toEqual(['changed', 'enum-value-added C']);
    expect(reader.serviceReleases({ service: 'things' })).toHaveLength(2);
    const since = reader.since('things');
    expect(since.service).toMatchObject({ orEarlier: true, release: { id: '1.0.0' } });
    expect(since.enumValue('PutThing', 'request', 'Mode', 'B')).toMatchObject({ release: { id: '1.0.3' } });
    expect(reader.since('thing').service).toMatchObject({ release: { id: '1.0.0' } });
    expect(reader.services().find(({ id }) => id === 'thing')).toMatchObject({ removedIn: { id: '1.4.0' } });
    expect(reader.between('things', '1.0.1', '1.4.1')?.changes.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'enum-value-added B',
      'enum-value-added C',
      'service-renamed thing>things',
    ]);
    reader.close();
    // The same from what the store kept, and tag by tag.
    const database = Database.open(file);
    const asWalked = dumpStore(file);
    await database.transaction(() => {
      for (const row of database.rows<Record<string, string>>('service', ''))
        database.insert('service', { ...row, made_from: '' }, 'REPLACE');
    });
    database.insert('meta', { key: 'rules', value: '0' }, 'REPLACE');
    await refresh(database);
    database.close();
    expect(dumpStore(file)).toBe(asWalked);
    const slow = make();
    const steps = fresh('steps.db');
    await walked(slow.folder, steps);
    slow.release('1.4.0', {
      [path('thing')]: null,
      [path('things')]: model,
      [path('stranger')]: modelJson({ X: 'string' }, 'stranger-2020-01-01'),
    });
    await walked(slow.folder, steps);
    slow.release('1.4.1', { [path('things')]: modelJson({ Name: 'string', Mode: ['A', 'B', 'C'] }) });
    expect(dumpStore(await walked(slow.folder, steps))).toBe(asWalked);
  });

  test('changed descriptions are kept apart from changes, without white space and markup', async () => {
    const repository = make();
    const described = (text: string) =>
      modelJson({ Name: 'string', Mode: ['A', 'B'] }).replace(
        '"name":"PutThing"',
        `"name":"PutThing","documentation":${JSON.stringify(text)}`,
      );
    repository.release('1.5.0', { [path('thing')]: described('<p>Puts a thing.</p>') });
    repository.release('1.5.1', { [path('thing')]: described('<p>Puts  a <b>thing</b>.</p>') });
    repository.release('1.5.2', { [path('thing')]: described('<p>Puts a thing away.</p>') });
    const reader = openStore(await walked(repository.folder));
    expect(reader.described('thing').map(({ release, count: changed }) => `${release.id} ${changed}`)).toEqual([
      '1.5.2 1',
      '1.5.0 1',
    ]);
    expect(reader.descriptions('thing', '1.5.2')).toMatchObject([
      { kind: 'documentation-changed', before: 'Puts a thing.', after: 'Puts a thing away.' },
    ]);
    expect(reader.descriptions('thing', '1.5.1')).toEqual([]);
    expect(reader.serviceReleases({ release: '1.5.2' })).toEqual([]);
    reader.close();
  });

  test('what is removed and comes back is new again', async () => {
    const repository = make();
    repository.release('1.4.0', { [path('thing')]: modelJson({ Name: 'string' }) });
    repository.release('1.4.1', { [path('thing')]: modelJson({ Name: 'string', Mode: ['A', 'B'] }) });
    const file = await walked(repository.folder);
    const reader = openStore(file);
    expect(reader.since('thing').field('PutThing', 'request', 'Mode')).toMatchObject({
      orEarlier: false,
      release: { id: '1.4.1' },
    });
    expect(reader.between('thing', '1.0.3', '1.4.1')).toBeNull();
    reader.close();
  });
});
