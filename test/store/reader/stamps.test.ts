/** Stamps say whether what can be read of a service or a release is what it was. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestCommand } from '../../../src/cli/commands/ingest.ts';
import { openStore } from '../../../src/store/read.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-stamps-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const file = join(top, 'store.db');
const io = { stdout: { write: () => {} }, stderr: { write: () => {} }, env: process.env };

/** The stamps of everything, as plain data. */
function stamps(store = file) {
  const reader = openStore(store);
  const found = reader.stamps();
  const services = [...found.services.keys()].map((id) => [id, found.service(id)] as const);
  const releases = reader.releases().map(({ id }) => [id, found.release(id)] as const);
  reader.close();
  return { ...found, services: new Map(services), releases: new Map(releases) };
}

beforeAll(async () => {
  await ingestCommand(['content'], { store: file }, io);
}, 60_000);

test('the same sources in another order have the same stamps of services and releases', async () => {
  const other = join(top, 'other.db');
  for (const source of ['content/reference/1.40.73', 'content', 'content/reference/1.40.72'])
    await ingestCommand([source], { store: other }, io);
  expect(stamps(other)).toMatchObject({ services: stamps().services, releases: stamps().releases });
  // A part of a source says nothing of whose words it has, and all of it does.
  expect(stamps(other).store).not.toBe(stamps().store);
});

test('every service and every release has one of its own', () => {
  const { services, releases } = stamps();
  expect(services.size).toBeGreaterThan(5);
  expect(new Set(services.values()).size).toBe(services.size);
  expect(new Set(releases.values()).size).toBe(releases.size);
  expect(openStore(file).stamps().service('nobody')).toBe('');
});

test.each([
  [
    'changes',
    'UPDATE changes SET sum = sum + 1 WHERE release = (SELECT min(release) FROM changes WHERE service = ?1) AND service = ?1',
    true,
  ],
  ['service', 'UPDATE service SET sum = sum + 1 WHERE id = ?', false],
  ['service_release', 'UPDATE service_release SET sum = sum + 1 WHERE service = ?', true],
])('another row of %s is another stamp of its service, and of no other one', (_, sql, ofRelease) => {
  const before = stamps();
  const database = new DatabaseSync(file);
  database.prepare(sql).run('elbv2');
  database.close();
  const after = stamps();
  const changed = [...after.services].filter(([id, stamp]) => before.services.get(id) !== stamp).map(([id]) => id);
  expect(changed).toEqual(['elbv2']);
  const releases = [...after.releases].filter(([id, stamp]) => before.releases.get(id) !== stamp);
  expect(releases.length > 0).toBe(ofRelease);
  expect(after.all).not.toBe(before.all);
});

test('what a release says of a service has a stamp that changes with it, and no other one does', async () => {
  const own = join(top, 'own.db');
  await ingestCommand(['content'], { store: own }, io);
  const read = () => {
    const reader = openStore(own);
    const found = ['elbv2', 'apigatewayv2', 'nobody'].map((service) => reader.releaseStamps(service));
    const told = reader.serviceReleases({ service: 'elbv2' }).map(({ release }) => release.id);
    reader.close();
    return { found, told };
  };
  const before = read();
  expect(before.found.map(({ size }) => size)).toEqual([before.told.length, expect.any(Number), 0]);
  expect([...(before.found[0]?.keys() ?? [])].sort()).toEqual(before.told.toSorted());
  const database = new DatabaseSync(own);
  const row = database.prepare("SELECT release FROM changes WHERE service = 'elbv2' LIMIT 1").get();
  database
    .prepare("UPDATE changes SET sum = sum + 1 WHERE service = 'elbv2' AND release = ?")
    .run(String(row?.release));
  database.close();
  const after = read();
  const changed = after.found.flatMap((stamps, at) =>
    [...stamps].flatMap(([release, stamp]) => (before.found[at]?.get(release) === stamp ? [] : [`${at} ${release}`])),
  );
  expect(changed).toEqual([`0 ${row?.release}`]);
});
