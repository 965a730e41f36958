/** What the store keeps of sources, in whatever order and however often they come. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore, type StoreReader } from '../../../src/store/read.ts';
import { Database, ingest, refresh } from '../../../src/store/write.ts';
import { describeShared, shared } from '../../shared.ts';
import { dumpStore } from '../dump.ts';
import { modelJson } from '../walk/tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let stores = 0;

async function storeOf(...runs: readonly (readonly string[])[]): Promise<string> {
  const file = join(folder, `${stores++}.db`);
  const database = Database.open(file);
  for (const specs of runs) await ingest(database, specs);
  database.close();
  return file;
}

async function readerOf(...runs: readonly (readonly string[])[]): Promise<StoreReader> {
  return openStore(await storeOf(...runs));
}

/** The releases that only models show. */
const models = new Set(readdirSync('content/models'));

describe('content of our own', () => {
  test('pages, trees and notes of one release are one release, with the day of the page', async () => {
    const reader = await readerOf(['content']);
    const before = reader.releases().filter(({ id }) => !models.has(id));
    expect(before.map(({ id, date }) => `${id} ${date}`)).toEqual([
      '1.40.73 2025-11-13',
      '1.40.72 null',
      '1.35.98 2025-01-13',
      '1.35.97 null',
      '1.17.57 2020-09-08',
      '1.17.56 null',
    ]);
    const [quic] = reader.serviceReleases({ service: 'elbv2', release: '1.40.73' });
    expect(quic).toMatchObject({
      status: 'changed',
      counts: { breaking: 0, dangerous: 1, safe: 1, docs: 0, wire: 0 },
      sources: ['documentation', 'changelog page (text)'],
    });
    expect(quic?.notes).toHaveLength(2);
    reader.close();
  });

  test('since when operations, fields and values exist', async () => {
    const reader = await readerOf(['content']);
    const elbv2 = reader.since('elbv2');
    const words = (since: ReturnType<typeof elbv2.operation>) =>
      since === null ? null : `${since.release.id}${since.orEarlier ? ' or earlier' : ''}`;
    expect(words(elbv2.operation('RegisterTargets'))).toBe('1.40.72 or earlier');
    expect(words(elbv2.field('RegisterTargets', 'request', 'Targets[].QuicServerId'))).toBe('1.40.73');
    expect(words(elbv2.field('RegisterTargets', 'request', 'Targets[].Id'))).toBe('1.40.72 or earlier');
    expect(words(elbv2.enumValue('CreateTargetGroup', 'request', 'Protocol', 'QUIC'))).toBe('1.40.73');
    expect(words(elbv2.enumValue('CreateTargetGroup', 'request', 'Protocol', 'HTTP'))).toBe('1.40.72 or earlier');
    expect(words(elbv2.field('RegisterTargets', 'request', 'Nothing'))).toBeNull();
    expect(words(reader.since('apigatewayv2').operation('ResetAuthorizersCache'))).toBe('1.17.57');
    reader.close();
  });

  test('a changelog gives a version its month, and its day where one of them knows it', async () => {
    const write = (name: string, when: string) => {
      const log = join(folder, name);
      mkdirSync(log);
      writeFileSync(join(log, 'CHANGELOG.md'), `# Changelog\n\n## 1.40.72 - ${when}\n\n- Words.\n`);
      return log;
    };
    const [month, day] = [write('month', 'November 2025'), write('day', '2025-11-12')];
    const dateOf = async (...logs: readonly string[]) => {
      const reader = await readerOf(['content/reference/1.40.72'], logs);
      const dates = reader.releases().map(({ date }) => date);
      reader.close();
      return dates;
    };
    expect(await dateOf(month)).toEqual(['2025-11']);
    expect(await dateOf(month, day)).toEqual(['2025-11-12']);
    expect(await dateOf(day, month)).toEqual(['2025-11-12']);
  });

  test('the same source twice changes nothing', async () => {
    expect(dumpStore(await storeOf(['content'], ['content']))).toBe(dumpStore(await storeOf(['content'])));
  });

  test('the order of sources does not matter', async () => {
    const parts = [
      'content/reference/1.40.73',
      'content/pages',
      'content/reference/1.40.72',
      'content/CHANGELOG.md',
      'content/models',
      'content/reference/1.17.57',
      'content/reference/1.17.56',
      'content/reference/1.35.98',
      'content/reference/1.35.97',
    ];
    const one = dumpStore(await storeOf(['content']));
    expect(dumpStore(await storeOf(...parts.map((part) => [part])))).toBe(one);
    expect(dumpStore(await storeOf(...[...parts].reverse().map((part) => [part])))).toBe(one);
  });

  test('a source that cannot be read leaves the store as it was', async () => {
    const file = await storeOf(['content/reference/1.40.72']);
    const before = dumpStore(file);
    const database = Database.open(file);
    await expect(ingest(database, ['content/reference/1.40.73', join(folder, 'nothing-here')])).rejects.toThrow(
      /nothing-here/,
    );
    database.close();
    expect(dumpStore(file)).toBe(before);
  });

  test('a page of a service alone states what changed, and since when', async () => {
    const reader = await readerOf(['content/pages/2020-09-08-api-gateway.txt']);
    expect(reader.releases()).toEqual([{ id: '2020-09-08', version: null, date: '2020-09-08' }]);
    const since = reader.since('apigatewayv2');
    expect(since.operation('ResetAuthorizersCache')).toMatchObject({ orEarlier: false });
    expect(since.operation('GetAuthorizer')).toMatchObject({ orEarlier: true });
    expect(since.field('GetAuthorizer', 'response', 'EnableSimpleResponses')).toMatchObject({ orEarlier: false });
    expect(since.field('GetAuthorizer', 'response', 'Name')).toMatchObject({ orEarlier: true });
    reader.close();
  });

  test('operations come with every shape that they reach, and prose that is read', async () => {
    const reader = await readerOf(['content']);
    const state = reader.service('elbv2');
    const register = state?.operations.find(({ operation }) => operation.name === 'RegisterTargets');
    expect(register?.asOf.id).toBe('1.40.73');
    expect(Object.values(register?.shapes ?? {}).some((shape) => shape.kind === 'list')).toBe(true);
    expect(state?.complete).toBe(true);
    expect(reader.operationHistory('elbv2', 'RegisterTargets').map(({ release }) => release.id)).toEqual(['1.40.73']);
    reader.close();
  });
});

describeShared('the seeds with the trees around them', () => {
  test('the QUIC release is there once, dated by its page, and nothing is called added or removed because a folder does not show it', async () => {
    const reader = await readerOf([shared('seeds'), shared('data/rst/1.40.72'), shared('data/rst/1.40.73')]);
    expect(reader.releases().map(({ id }) => id)).toEqual(['1.40.73', '1.40.72', '2025-01-13', '2020-09-08', '1.2.4']);
    expect(reader.releases()[0]?.date).toBe('2025-11-13');
    const quic = reader.changes('elbv2', '1.40.73');
    expect(quic.map(({ kind, value, places }) => `${kind} ${value} ${places.length}`).sort()).toEqual([
      'enum-value-added QUIC 14',
      'enum-value-added TCP_QUIC 14',
      'field-added  4',
    ]);
    const all = reader
      .services()
      .flatMap(({ id }) => reader.releases().flatMap((release) => reader.changes(id, release.id)));
    expect(
      all
        .filter(({ kind }) => /^(?:service|operation)-(?:added|removed)$/.test(kind))
        .map(({ kind, places }) => `${kind} ${places[0]?.operation}`),
    ).toEqual(['operation-added ResetAuthorizersCache']);
    expect(reader.services().filter(({ removedIn }) => removedIn !== null)).toEqual([]);
    reader.close();
  });
});

describe('our own upgrades', () => {
  test('the same documents from another place are known', async () => {
    const file = await storeOf(['content/pages']);
    const copy = join(folder, 'copy');
    cpSync('content/pages', copy, { recursive: true });
    const database = Database.open(file);
    expect(await ingest(database, [copy])).toMatchObject({ added: 0, known: 4 });
    database.close();
  });

  test('what a newer parser reads takes the place of what an older one read, and what newer rules find of what older ones found', async () => {
    const file = await storeOf(['content']);
    const before = dumpStore(file);
    // As if an older parser had read one page in another way, and older rules had made everything.
    const raw = new DatabaseSync(file);
    raw.exec(
      "UPDATE input SET snapshot = (SELECT snapshot FROM input WHERE dialect = 'reference-rst' LIMIT 1), hash = 'older' WHERE dialect = 'changelog-text'",
    );
    raw.exec("UPDATE service SET made_from = 'older'");
    raw.close();
    expect(dumpStore(file)).not.toBe(before);
    const database = Database.open(file);
    await ingest(database, ['content']);
    database.close();
    expect(dumpStore(file)).toBe(before);
  });

  test('a store that other rules made is made anew from the models that it keeps', async () => {
    const file = await storeOf(['content']);
    const before = dumpStore(file);
    const raw = new DatabaseSync(file);
    raw.exec("UPDATE service SET made_from = 'older'; DELETE FROM changes; DELETE FROM meta WHERE key = 'rules'");
    raw.close();
    const database = Database.open(file);
    await refresh(database);
    expect(await refresh(database)).toBe(false);
    database.close();
    expect(dumpStore(file)).toBe(before);
  });
});

test('a source that is said to show everything later is taken in again', async () => {
  const base = mkdtempSync(join(tmpdir(), 'apidelta-complete-'));
  const source = (name: string, ...services: string[]) => {
    for (const service of services) {
      const inner = join(base, name, 'botocore/data', service, '2020-01-01');
      mkdirSync(inner, { recursive: true });
      writeFileSync(join(inner, 'service-2.json'), modelJson({ A: 'string' }, `${service}-2020-01-01`));
    }
    return join(base, name);
  };
  const both = source('both', 'aa', 'bb');
  const one = source('one', 'aa');
  const take = async (file: string, steps: readonly (readonly [string, object])[]) => {
    const database = Database.open(file);
    for (const [spec, options] of steps) await ingest(database, [spec], options);
    database.close();
    return dumpStore(file);
  };
  const first = [both, { as: '1.0.0' }] as const;
  const later = await take(join(base, 'later.db'), [
    first,
    [one, { as: '2.0.0' }],
    [one, { as: '2.0.0', complete: true }],
  ]);
  const atOnce = await take(join(base, 'once.db'), [
    first,
    [one, { as: '2.0.0', complete: true }],
    [one, { as: '2.0.0' }],
  ]);
  const reader = openStore(join(base, 'later.db'));
  expect(reader.services().find(({ id }) => id === 'bb')?.removedIn?.id).toBe('2.0.0');
  reader.close();
  expect(later).toBe(atOnce);
  rmSync(base, { recursive: true });
});

test('two models of one version are said', async () => {
  const base = mkdtempSync(join(tmpdir(), 'apidelta-twice-'));
  const specs = ['A', 'B'].map((field) => {
    const inner = join(base, field, 'botocore/data/aa/2020-01-01');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, 'service-2.json'), modelJson({ [field]: 'string' }));
    return join(base, field);
  });
  const database = Database.open(join(base, 'store.db'));
  const first = await ingest(database, [specs[0] as string], { as: '1.0.0' });
  expect(first.derived?.contradictions).toEqual([]);
  const second = await ingest(database, [specs[1] as string], { as: '1.0.0' });
  expect(second.derived?.contradictions).toMatchObject([{ service: 'aa', version: '1.0.0' }]);
  database.close();
  rmSync(base, { recursive: true });
});
