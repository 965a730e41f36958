/** Tests whose words a store says its descriptions are. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/read.ts';
import { Database, ingest } from '../../src/store/write.ts';

const root = mkdtempSync(path.join(tmpdir(), 'apidelta-about-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(path.join(root, 'x-'));

function source(about?: unknown): string {
  const folder = newFolder();
  writeFileSync(
    path.join(folder, 'CHANGELOG.rst'),
    '=========\nCHANGELOG\n=========\n\n1.0.0\n=====\n\n* api-change:``s3``: Something.\n',
  );
  if (about !== undefined) writeFileSync(path.join(folder, 'about.json'), JSON.stringify(about));
  return folder;
}

async function aboutAfter(...sources: readonly string[]) {
  const file = path.join(newFolder(), 'store.db');
  const database = Database.open(file);
  await ingest(database, sources);
  database.close();
  const store = openStore(file);
  const about = store.about();
  store.close();
  return about;
}

const ours = { owner: 'us', licence: 'CC0-1.0', notice: 'Ours.' };

test('a source that says nothing of itself has the words of its dialect', async () => {
  const about = await aboutAfter(source());
  expect(about).toMatchObject({ subject: 'AWS', product: 'botocore', not: 'an Amazon site' });
  expect(about.texts).toMatchObject({ owner: 'Amazon', licence: 'Apache-2.0' });
});

test('a source says whose its words are, and what its names are', async () => {
  expect(await aboutAfter(source({ subject: 'Toys', texts: ours }))).toEqual({
    ...{ subject: 'Toys', product: 'botocore', not: 'an Amazon site' },
    texts: ours,
  });
});

test('of two sources both are named, in any order', async () => {
  const [a, b] = [source({ texts: ours }), source()];
  const about = await aboutAfter(a, b);
  expect(about.texts).toMatchObject({ owner: 'Amazon and us', licence: 'Apache-2.0 and CC0-1.0' });
  expect(await aboutAfter(b, a)).toEqual(about);
});

test.each<[string, unknown, string]>([
  ['a name that is none', { subject: '' }, 'about.json` cannot be used: subject: '],
  ['a key that nobody knows', { owner: 'us' }, 'about.json` cannot be used: '],
  ['half of the texts', { texts: { owner: 'us' } }, 'about.json` cannot be used: texts.licence: '],
])('%s is refused in one sentence', async (_, about, said) => {
  await expect(aboutAfter(source(about))).rejects.toThrow(said);
});

test('what is no JSON is refused', async () => {
  const folder = source();
  writeFileSync(path.join(folder, 'about.json'), '{');
  await expect(aboutAfter(folder)).rejects.toThrow('about.json` is no JSON: ');
});
