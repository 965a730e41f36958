/** What the reader of a store remembers is what it would read anew: one release, one service, one operation at a time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from '../../../src/model/index.ts';
import { openStore, type StoreReader } from '../../../src/store/read.ts';
import { Database, ingest, walk } from '../../../src/store/write.ts';
import { modelJson, TinyRepository } from '../walk/tiny-repository.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-once-'));
const file = path.join(folder, 'store.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const repository = new TinyRepository(path.join(folder, 'repository'));
  const model = 'botocore/data/thing/2020-01-01/service-2.json';
  for (let minor = 0; minor < 5; minor++)
    repository.release(`1.${minor}.0`, {
      [model]: modelJson(Object.fromEntries(letters(minor).map((name) => [name, 'string']))),
    });
  const database = Database.open(file);
  await ingest(database, ['content']);
  await walk(database, `git:${repository.folder}`);
  database.close();
}, 120_000);

const letters = (count: number) => [...'ABCDEFGH'].slice(0, count + 1);

function reading<T>(ask: (reader: StoreReader) => T): T {
  const reader = openStore(file);
  try {
    return ask(reader);
  } finally {
    reader.close();
  }
}

const all = () => reading((reader) => reader.serviceReleases());

test('the releases of a service are those of all releases that are its own, whoever is asked first', () => {
  const list = all();
  expect(new Set(list.map(({ service }) => service)).size).toBeGreaterThan(3);
  for (const service of [...new Set(list.map((one) => one.service)), 'nobody']) {
    const slow = list.filter((one) => one.service === service);
    expect(reading((reader) => reader.serviceReleases({ service }))).toEqual(slow);
    expect(
      reading((reader) => {
        reader.serviceReleases();
        return reader.serviceReleases({ service });
      }),
    ).toEqual(slow);
  }
});

test('the services of a release are those of all releases that are in it', () => {
  const list = all();
  reading((reader) => {
    for (const { id } of reader.releases()) {
      const slow = list.filter(({ release }) => release.id === id);
      expect(reader.serviceReleases({ release: id })).toEqual(slow);
      for (const { service } of slow)
        expect(reader.serviceReleases({ release: id, service })).toEqual(slow.filter((one) => one.service === service));
    }
    expect(reader.serviceReleases({ release: 'none' })).toEqual([]);
  });
});

test('a release that is read alone is the release of the list, time and all', () => {
  const releases = new Map(reading((reader) => reader.releases()).map((release) => [release.id, release]));
  expect([...releases.values()].some(({ time }) => time !== undefined)).toBe(true);
  for (const service of new Set(all().map((one) => one.service)))
    for (const { release } of reading((reader) => reader.serviceReleases({ service })))
      expect(release).toEqual(releases.get(release.id));
});

test('a release is one object, read alone or with all', () => {
  reading((reader) => {
    const [lone] = reader.serviceReleases({ service: 'thing' });
    expect(reader.releases().find(({ id }) => id === lone?.release.id)).toBe(lone?.release);
  });
});

test('the ids of services are those of their summaries, and each was changed last by its newest release', () => {
  reading((reader) => {
    const services = reader.services();
    expect(reader.serviceIds()).toEqual(services.map(({ id }) => id));
    for (const { id, changedIn } of services)
      expect(changedIn).toEqual(reader.serviceReleases({ service: id })[0]?.release ?? null);
  });
});

test('the history of an operation is what the releases of its service say of it', () => {
  const list = all();
  reading((reader) => {
    let shared = 0;
    const seen = new Map<string, Change>();
    for (const { id } of reader.services())
      for (const { operation } of reader.service(id)?.operations ?? []) {
        const slow = list
          .filter(({ service }) => service === id)
          .map(({ release }) => ({
            release,
            changes: reader.changes(id, release.id).filter((one) => names(one, operation.name)),
          }))
          .filter(({ changes }) => changes.length > 0);
        const fast = reader.operationHistory(id, operation.name);
        expect(fast.map(({ release }) => release)).toEqual(slow.map(({ release }) => release));
        for (const [index, { changes }] of fast.entries()) {
          expect(new Set(changes)).toEqual(new Set(slow[index]?.changes));
          for (const change of changes) {
            const key = `${id} ${fast[index]?.release.id} ${change.key}`;
            const before = seen.get(key);
            if (before !== undefined) {
              shared++;
              // It was read once for all of its operations.
              expect(change).toBe(before);
            }
            seen.set(key, change);
          }
        }
      }
    expect(shared).toBeGreaterThan(0);
  });
});

function names(change: Change, operation: string): boolean {
  return change.places.some((place) => place.operation === operation);
}

test('a service has the title that the list of services has', () => {
  const titles = reading((reader) => reader.services().map(({ id, title }) => [title, reader.service(id)?.title]));
  expect(titles.length).toBeGreaterThan(5);
  for (const [listed, own] of titles) expect(own).toBe(listed);
});
