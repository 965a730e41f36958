/** What fits nowhere is told by the ingest that brought it, and by no later one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { modelJson, TinyRepository } from '../../store/walk/tiny-repository.ts';
import { modelPath } from '../../store/walk/walked.ts';
import { apidelta } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-told-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const fresh = (name: string) => join(folder, `${count++}`, name);

/** Ingests, and gives what is said of notes and sources. */
async function said(store: string, ...args: string[]): Promise<readonly string[]> {
  const { code, err } = await apidelta(['ingest', ...args, '--store', store]);
  expect(code, err).toBe(0);
  return err.split('\n').filter((line) => /release notes? (is|are)|only one of them|names no version/.test(line));
}

const note = (...services: string[]) =>
  JSON.stringify(
    services.map((name) => ({ type: 'api-change', category: `\`\`${name}\`\``, description: `Of ${name}.` })),
  );
const model = (...names: string[]) => modelJson(Object.fromEntries(names.map((name) => [name, 'string'])));

function file(name: string, text: string): string {
  const path = fresh(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test('notes of a walk about services that are not there', async () => {
  const repository = new TinyRepository(fresh('repository'));
  const store = fresh('store.db');
  const walk = () => said(store, `git:${repository.folder}`);
  repository.release('1.0.0', { [modelPath('thing')]: model('A'), '.changes/1.0.0.json': note('gone', 'lost') });
  expect(await walk()).toEqual(['2 release notes are about services that the store does not have (gone, lost).']);
  repository.release('1.1.0', { [modelPath('thing')]: model('A', 'B') });
  expect(await walk()).toEqual([]);
  repository.release('1.2.0', { '.changes/1.2.0.json': note('gone') });
  expect(await walk()).toEqual(['1 release note is about services that the store does not have (gone).']);
  // A note that goes is no news.
  repository.release('1.3.0', { '.changes/1.0.0.json': null });
  expect(await walk()).toEqual([]);
});

test('notes from files, beside sources of other kinds', async () => {
  const store = fresh('store.db');
  const [first, second] = [file('service-2.json', model('A')), file('service-2.json', model('A', 'B'))];
  const changelog = (text: string) => file('CHANGELOG.rst', `=========\nCHANGELOG\n=========\n\n${text}`);
  const entry = (version: string, name: string) => `${version}\n=====\n\n* api-change:\`\`${name}\`\`: Of it.\n\n`;
  expect(await said(store, first, '--as', '1.0.0')).toEqual([]);
  const one = entry('1.0.0', 'gone');
  expect(await said(store, changelog(one))).toEqual([
    '1 release note is about services that the store does not have (gone).',
  ]);
  // 1.1.0 is not known yet, so its note waits.
  expect(await said(store, changelog(entry('1.1.0', 'lost') + one))).toEqual([]);
  expect(await said(store, second, '--as', '1.1.0')).toEqual([
    '1 release note is about services that the store does not have (lost).',
  ]);
  expect(await said(store, file('service-2.json', model('A', 'C')), '--as', '1.2.0')).toEqual([]);
});

test('a note without a change, of a service that is made again', async () => {
  const repository = new TinyRepository(fresh('repository'));
  const store = fresh('store.db');
  repository.release('1.0.0', { [modelPath('thing')]: model('A') });
  repository.release('1.1.0', { '.changes/1.1.0.json': note('thing') });
  repository.release('1.2.0', { [modelPath('thing')]: model('A', 'B') });
  const walk = (...more: string[]) => said(store, `git:${repository.folder}`, ...more);
  const told =
    '1 release note is about services whose API did not change in that release, as far as it was read (thing 1.1.0).';
  expect(await walk('--until', '1.1.0')).toEqual([told]);
  expect(await walk('--since', '1.2.0')).toEqual([]);
  // An older release changes the whole history of the service.
  repository.release('0.9.0', { [modelPath('thing')]: model('A', 'Z') });
  expect(await walk()).toEqual([]);
  expect(await said(store, file('service-2.json', model('A', 'Y')), '--as', '0.8.0')).toEqual([]);
});

test('notes of a repository without models', async () => {
  const store = fresh('store.db');
  const repository = new TinyRepository(fresh('repository'));
  const other = new TinyRepository(fresh('other'));
  repository.release('1.0.0', { [modelPath('thing')]: model('A') });
  other.release('1.0.0', { '.changes/1.0.0.json': note('thing') });
  await said(store, `git:${repository.folder}`);
  const kept = (number: string) =>
    `${number} kept of ${other.folder}, and ${number.startsWith('1') ? 'stands' : 'stand'} at no release: it has no service models.`;
  expect(await said(store, `git:${other.folder}`)).toEqual([kept('1 release note is')]);
  repository.release('1.1.0', { [modelPath('thing')]: model('A', 'B') });
  expect(await said(store, `git:${repository.folder}`)).toEqual([]);
  other.release('1.1.0', { '.changes/1.1.0.json': note('thing', 'more') });
  expect(await said(store, `git:${other.folder}`)).toEqual([kept('2 release notes are')]);
});

test('a source of no version and no day', async () => {
  const store = fresh('store.db');
  const loose = file('service-2.json', model('A'));
  const told = (path: string) => `${path}: it names no version and no day: give --as or --date to put it in order.`;
  expect(await said(store, loose)).toEqual([told(loose)]);
  expect(await said(store, file('service-2.json', model('A', 'B')), '--as', '1.0.0')).toEqual([]);
  const other = file('service-2.json', model('Z'));
  expect(await said(store, other)).toEqual([told(other)]);
  // The same path with other content is news.
  writeFileSync(loose, model('Q'));
  expect(await said(store, loose)).toEqual([told(loose)]);
});

test('two models of one version', async () => {
  const store = fresh('store.db');
  const [one, two, three] = ['A', 'B', 'C'].map((name) => file('service-2.json', model(name)));
  const told = (...specs: (string | undefined)[]) =>
    `thing 1.0.0 has another model in each of ${specs.join(' and ')}: only one of them is told. Is --as right?`;
  expect(await said(store, one ?? '', '--as', '1.0.0')).toEqual([]);
  expect(await said(store, two ?? '', '--as', '1.0.0')).toEqual([told(one, two)]);
  expect(await said(store, three ?? '', '--as', '1.1.0')).toEqual([]);
  expect(await said(store, three ?? '', '--as', '1.0.0')).toEqual([told(one, two, three)]);
});
