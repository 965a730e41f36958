/** What `ingest` says of what fits nowhere or cannot be read: notes, sources without a day, models. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { modelJson, TinyRepository } from '../../store/walk/tiny-repository.ts';
import { apidelta } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-ingest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of a release with notes about so many services that are not there. */
async function saidOf(count: number): Promise<string> {
  const repository = new TinyRepository(join(folder, `${count}`));
  const notes = Array.from({ length: count }, (_, at) => ({
    ...{ type: 'api-change', category: `\`\`gone${String(at).padStart(2, '0')}\`\``, description: 'More of it.' },
  }));
  repository.release('1.0.0', {
    'botocore/data/thing/2020-01-01/service-2.json': modelJson({ Name: 'string' }),
    '.changes/1.0.0.json': JSON.stringify(notes),
  });
  const { code, err } = await apidelta(['ingest', `git:${repository.folder}`, '--store', join(folder, `${count}.db`)]);
  expect(code).toBe(0);
  return err;
}

/** The names in brackets. */
async function named(count: number): Promise<string | undefined> {
  return /about services that the store does not have \((.*)\)\.$/m.exec(await saidOf(count))?.[1];
}

test('twelve are named, and of more it is said that there are', async () => {
  const twelve = Array.from({ length: 12 }, (_, at) => `gone${String(at).padStart(2, '0')}`).join(', ');
  expect(await named(12)).toBe(twelve);
  expect(await named(13)).toBe(`${twelve}, …`);
});

test('one note is, and two notes are', async () => {
  expect(await saidOf(1)).toContain('1 release note is about services that the store does not have (gone00).\n');
  expect(await saidOf(2)).toContain(
    '2 release notes are about services that the store does not have (gone00, gone01).\n',
  );
});

test('of models that cannot be read ten are named, and more are counted', async () => {
  const repository = new TinyRepository(join(folder, 'broken'));
  const broken = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`botocore/data/bad${at + 10}/2020-01-01/service-2.json`, '{']),
    );
  const thing = { 'botocore/data/thing/2020-01-01/service-2.json': modelJson({ Name: 'string' }) };
  const said = async (store: string) =>
    (await apidelta(['ingest', `git:${repository.folder}`, '--store', join(folder, store)])).err;
  repository.release('1.0.0', { ...thing, ...broken(10) });
  const ten = await said('ten.db');
  expect(ten.match(/\(not read: what follows may be older\)$/gm)).toHaveLength(10);
  expect(ten).not.toContain('could not be read');
  repository.git('tag', '-d', '1.0.0');
  repository.release('1.0.0', broken(11));
  const eleven = await said('eleven.db');
  expect(eleven.match(/\(not read: what follows may be older\)$/gm)).toHaveLength(10);
  expect(eleven).toContain('… and 1 more model could not be read: `apidelta doctor` lists them.\n');
});

test('a model of no version and no day is taken in, and it is said how to place it', async () => {
  const source = join(folder, 'service-2.json');
  writeFileSync(source, modelJson({ Name: 'string' }));
  const { err } = await apidelta(['ingest', source, '--store', join(folder, 'loose.db')]);
  expect(err).toContain(`${source}: it names no version and no day: give --as or --date to put it in order.\n`);
});
