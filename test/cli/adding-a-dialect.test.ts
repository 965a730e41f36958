/** The recipe of `src/README.md`, followed to the letter: a copy of src with one folder and two lines more knows a toy dialect everywhere. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder, writeFiles } from '../sources/scratch-folder.ts';
import { modelJson, TinyRepository } from '../store/walk/tiny-repository.ts';
import { root } from '../tidy/source-file.ts';

/** A copy of src that has the toy. */
function houseWithToy(): string {
  const house = scratchFolder();
  cpSync(path.join(root, 'src'), path.join(house, 'src'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(house, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction');
  const dialects = path.join(house, 'src/parse/dialects');
  mkdirSync(path.join(dialects, 'toy'));
  for (const file of ['dialect.ts', 'name.ts']) {
    const text = readFileSync(path.join(root, 'test/fixtures/dialects/toy', file), 'utf8');
    writeFileSync(path.join(dialects, 'toy', file), text.replaceAll('../../../../src/', '../../../'));
  }
  addLine(
    path.join(dialects, 'list.ts'),
    "import { toy } from './toy/dialect.ts';",
    'export const dialects = [',
    'toy,',
  );
  const names = 'const names: { readonly [Id in DialectId]: DialectName<Id> } = {';
  addLine(path.join(dialects, 'names.ts'), "import { toyName } from './toy/name.ts';", names, 'toy: toyName,');
  return house;
}

/** Adds an import, and a line to the list that begins with `head`. */
function addLine(file: string, imported: string, head: string, line: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(head);
  writeFileSync(file, `${imported}\n${text.replace(head, `$&\n  ${line}`)}`);
}

/** Runs a program of the house, in the house. */
function runIn(house: string, ...args: readonly string[]): { readonly code: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8' });
  return { code: status, text: stdout + stderr };
}

function apidelta(house: string, ...args: readonly string[]): { readonly code: number | null; readonly text: string } {
  return runIn(house, 'src/cli/main.ts', ...args);
}

/** What readers of the store see of a service: who says how each operation is now, and whose releases it has in feeds. */
function shownOf(house: string, service: string): unknown {
  const code = `import { openStore } from './src/store/read.ts';
    const store = openStore('store.db');
    const { operations } = store.service('${service}');
    const sources = operations.map(({ operation, source }) => [operation.name, source]);
    const notes = store.serviceReleases({ service: '${service}' }).flatMap((one) => one.notes).length;
    console.log(JSON.stringify({ ...Object.fromEntries(sources), notes, feedName: store.feedName('${service}') }));`;
  return JSON.parse(runIn(house, '--input-type=module', '--eval', code).text);
}

/** Every command is a process of its own. */
const minutes = 180_000;

const old = 'toy carts\nAddItem sku\n';
const now = 'toy carts\nAddItem sku count\nEmpty\n';

test(
  'a toy is recognised, parsed, compared, kept and named',
  () => {
    const house = houseWithToy();
    writeFiles(house, { 'odd.txt': 'Words.\n', 'old/a.txt': old, 'new/a.txt': now });
    expect(apidelta(house, 'parse', 'odd.txt').text).toContain('a toy: a line `toy <service>`');
    expect(apidelta(house, 'parse', 'new/a.txt')).toMatchObject({
      code: 0,
      text: expect.stringContaining('"Toy carts"'),
    });
    expect(apidelta(house, 'diff', 'old', 'new').text).toMatch(/carts Toy carts[\s\S]*Empty[\s\S]*count/);
    for (const [version, folder] of Object.entries({ '1.0.0': 'old', '1.1.0': 'new' }))
      expect(apidelta(house, 'ingest', '--store', 'store.db', '--as', version, folder).code).toBe(0);
    expect(apidelta(house, 'between', '--store', 'store.db', 'carts', '1.0.0', '1.1.0').text).toContain('count');
    expect(shownOf(house, 'carts')).toEqual({
      AddItem: 'toy',
      Empty: 'toy',
      notes: 0,
      feedName: 'tag:apidelta,2026:toys',
    });
  },
  minutes,
);

test(
  'a toy is less rich than a service model, and richer than documentation',
  () => {
    const house = houseWithToy();
    writeFiles(house, {
      'a/thing.txt': 'toy thing\nPutThing Name\n',
      'b/thing/2020-01-01/service-2.json': modelJson({ Name: 'string' }),
      'c/toy.txt': 'toy tea\nBrew leaves\n',
      'c/tea.rst':
        ':doc:`Tea <../../tea>` / Client / brew\n\n****\nbrew\n****\n\n.. py:method:: Tea.Client.brew(**kwargs)\n\n  Text.\n\n  :returns: None\n',
    });
    for (const folder of ['a', 'b', 'c'])
      expect(apidelta(house, 'ingest', '--store', 'store.db', '--as', '1.0.0', folder).code).toBe(0);
    expect(shownOf(house, 'thing')).toEqual({ PutThing: 'service model', notes: 0, feedName: 'tag:apidelta,2026:aws' });
    expect(shownOf(house, 'tea')).toEqual({ Brew: 'toy', notes: 0, feedName: 'tag:apidelta,2026:toys' });
  },
  minutes,
);

test(
  'a walk asks the toy what tags, models and notes of a repository are',
  () => {
    const house = houseWithToy();
    const repository = new TinyRepository(path.join(house, 'clone'));
    repository.release('toy-1.0.0', { 'toys/carts.toy': old, 'toys/README': 'Words.' });
    // As many releases as are not done in the main thread.
    for (let minor = 1; minor <= 29; minor++)
      repository.release(`toy-1.${minor}.0`, {
        'toys/carts.toy': `${old}Empty${minor}\n`,
        [`news/1.${minor}.0.txt`]: `Words ${minor}.`,
      });
    repository.release('1.99.0', { 'toys/carts.toy': null });
    expect(apidelta(house, 'parse', 'git:clone@1.29.0').text).toContain('Empty29');
    const walked = apidelta(house, 'ingest', '--store', 'store.db', 'git:clone');
    expect(walked.text).toMatch(/30 releases/);
    const { text } = apidelta(house, 'log', '--store', 'store.db', 'carts');
    expect(text).toMatch(/1\.29\.0[\s\S]*Empty29/);
    expect(text).not.toContain('1.99.0');
    expect(shownOf(house, 'carts')).toMatchObject({ Empty29: 'toy', notes: 29, feedName: 'tag:apidelta,2026:toys' });
  },
  minutes,
);
