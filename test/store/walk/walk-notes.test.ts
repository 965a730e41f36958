/** Release notes of a walked repository: attached to what changed, and read only where they are new. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { Database, walk } from '../../../src/store/write.ts';
import { dumpStore } from '../dump.ts';
import { modelJson, TinyRepository } from './tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-walk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const fresh = (name: string) => join(folder, `${count++}-${name}`);
const path = (service: string) => `botocore/data/${service}/2020-01-01/service-2.json`;

async function walked(repository: string, file = fresh('store.db')): Promise<string> {
  const database = Database.open(file);
  await walk(database, `git:${repository}`);
  database.close();
  return file;
}

/** A repository with two services that were changed once. */
function make(): TinyRepository {
  const repository = new TinyRepository(fresh('repository'));
  repository.release('1.0.0', {
    [path('thing')]: modelJson({ Name: 'string' }),
    [path('other')]: modelJson({ X: 'string' }),
  });
  repository.release('1.0.3', { [path('thing')]: modelJson({ Name: 'string', Mode: ['A', 'B'] }) });
  return repository;
}

test('every note is attached to a service that changed, to the release, or named', async () => {
  const repository = make();
  const note = (category: string, description: string) => ({ type: 'api-change', category, description });
  const notes = [
    note('``thing``', 'A new value.'),
    note('``other``', 'Only its endpoints.'),
    { type: 'enhancement', category: '``TLS``', description: 'Of no service.' },
    note('', 'Of nothing that is named.'),
    note('``retired``', 'Of a service that is not here.'),
    { type: 'feature', category: '``sqs``', description: 'Of another.' },
    note('``endpoint-rules``', 'Of how the client finds its endpoint.'),
  ];
  repository.release('1.5.0', {
    [path('thing')]: modelJson({ Name: 'string', Mode: ['A', 'B', 'N'] }),
    '.changes/1.5.0.json': JSON.stringify(notes),
  });
  const file = fresh('store.db');
  const database = Database.open(file);
  const report = await walk(database, `git:${repository.folder}`);
  database.close();
  expect(report.derived).toMatchObject({
    unmatchedNotes: 2,
    unmatchedNames: ['retired', 'sqs'],
    onlyNoted: ['other 1.5.0'],
  });
  const reader = openStore(file);
  const noted = reader.serviceReleases({ release: '1.5.0' });
  expect(noted.map(({ service, notes: own, counts }) => `${service} ${own.length} ${counts.safe}`)).toEqual([
    'other 1 0',
    'thing 1 1',
  ]);
  const general = reader.generalNotes('1.5.0').map(({ about, category }) => `${about} ${category}`);
  expect(general).toEqual(['null api-change', 'TLS enhancement', 'endpoint-rules api-change']);
  expect(reader.generalNotes('1.0.3')).toEqual([]);
  reader.close();
});

test('a note without a change is told once, the newest first', async () => {
  const repository = make();
  const note = JSON.stringify([{ type: 'api-change', category: '``other``', description: 'Only its endpoints.' }]);
  const database = Database.open(fresh('store.db'));
  const told = async () => (await walk(database, `git:${repository.folder}`)).derived?.onlyNoted;
  for (const version of ['1.9.0', '1.10.0']) repository.release(version, { [`.changes/${version}.json`]: note });
  expect(await told()).toEqual(['other 1.10.0', 'other 1.9.0']);
  repository.release('1.11.0', { '.changes/1.11.0.json': note });
  expect(await told()).toEqual(['other 1.11.0']);
  repository.release('1.12.0', { [path('thing')]: modelJson({ Name: 'string' }) });
  expect(await told()).toEqual([]);
  database.close();
});

test('notes come release by release as they come all at once, from files, or the changelog where those are silent', async () => {
  const repository = make();
  const file = (description: string) => JSON.stringify([{ type: 'api-change', category: '``thing``', description }]);
  const entry = (version: string) =>
    `${version}\n=====\n\n* api-change:\`\`thing\`\`: In the changelog of ${version}.\n\n`;
  const changelog = (...versions: string[]) => `=========\nCHANGELOG\n=========\n\n${versions.map(entry).join('\n')}`;
  const steps: readonly (readonly [string, Readonly<Record<string, string | null>>])[] = [
    ['1.5.0', { '.changes/1.5.0.json': file('In a file.'), 'CHANGELOG.rst': changelog('1.5.0', '1.0.3') }],
    ['1.5.1', { 'CHANGELOG.rst': changelog('1.5.1', '1.5.0', '1.0.3') }],
    ['1.5.2', { '.changes/1.5.2.json': file('In a file again.') }],
    ['1.5.3', { '.changes/1.5.3.json': '[damaged', 'CHANGELOG.rst': changelog('1.5.3', '1.5.1', '1.5.0', '1.0.3') }],
    // What a file said is gone with it, and a file that is new takes nothing away.
    ['1.5.4', { '.changes/1.5.0.json': null, '.changes/1.5.4.json': file('In a third file.') }],
    ['1.5.5', { '.changes/1.5.5.json': file('In a fourth file.') }],
  ];
  const kept = fresh('store.db');
  for (const [tag, files] of steps) {
    repository.release(tag, files);
    await walked(repository.folder, kept);
  }
  const notesOf = (store: string) => {
    const reader = openStore(store);
    const noted = reader.serviceReleases({ service: 'thing' }).map(({ release, notes }) => {
      return `${release.id}: ${notes.map(({ text }) => JSON.stringify(text).match(/In [^."]*/)?.[0]).join()}`;
    });
    reader.close();
    return noted.filter((line) => line.includes('In '));
  };
  expect(notesOf(kept)).toEqual([
    '1.5.5: In a fourth file',
    '1.5.4: In a third file',
    '1.5.3: In the changelog of 1',
    '1.5.2: In a file again',
    '1.5.1: In the changelog of 1',
    '1.5.0: In the changelog of 1',
    '1.0.3: In the changelog of 1',
  ]);
  expect(dumpStore(kept)).toEqual(dumpStore(await walked(repository.folder)));
});

test('without a changelog, too, a note goes with its file', async () => {
  const repository = make();
  const note = JSON.stringify([{ type: 'api-change', category: '``thing``', description: 'A new value.' }]);
  const kept = fresh('store.db');
  const notes = async () => {
    await walked(repository.folder, kept);
    const reader = openStore(kept);
    const noted = reader
      .serviceReleases({ service: 'thing' })
      .flatMap(({ release, notes: own }) => own.map(() => release.id));
    reader.close();
    return noted;
  };
  repository.release('1.5.0', { '.changes/1.5.0.json': note, '.changes/1.0.3.json': note });
  expect(await notes()).toEqual(['1.5.0', '1.0.3']);
  repository.release('1.5.1', { '.changes/1.0.3.json': null });
  expect(await notes()).toEqual(['1.5.0']);
});
