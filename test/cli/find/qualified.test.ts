/** `apidelta find` with a service before the name, in the forms of code, command lines and the search of the site. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TinyRepository } from '../../store/walk/tiny-repository.ts';
import { modelPath } from '../../store/walk/walked.ts';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-find-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = join(folder, 'store.db');
const find = (...args: string[]) => apidelta(['find', ...args, '--store', store]);

/** A service whose values have the signs that stand between a service and a name. */
const other = JSON.stringify({
  metadata: { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: 'Dotted Other', serviceId: 'Dotted Other' },
  operations: { GetThing: { name: 'GetThing', input: { shape: 'In' } } },
  shapes: {
    In: { type: 'structure', members: { Event: { shape: 'Event' } } },
    Event: { type: 'string', enum: ['tiny:GetThing:*', 'tiny.Kind'] },
  },
});

beforeAll(async () => {
  expect(await apidelta(['ingest', tinyModels(folder)[0], '--as', '1.0.0', '--store', store])).toMatchObject({
    code: 0,
  });
  const repository = new TinyRepository(join(folder, 'other'));
  repository.release('1.0.0', { [modelPath('other.v2')]: other });
  const spec = `git:${repository.folder}@1.0.0`;
  expect(await apidelta(['ingest', spec, '--store', store])).toMatchObject({ code: 0 });
});

const operation = 'operation tiny GetThing since 1.0.0 or earlier\n';

test.each([
  'tiny.GetThing',
  'tiny:GetThing',
  'tiny GetThing',
  'tiny/GetThing',
  'tiny  get_thing',
  'TINY.getthing',
  'tiny get-thing',
  'tiny.get_thing(Name=1)',
  'tiny.client.get_thing(',
  'op:tiny:GetThing',
  'tiny:op:GetThing',
  'Operation: tiny.GetThing',
  ' tiny."GetThing" ',
])('%j', async (name) => {
  expect(await find(name)).toEqual({ code: 0, out: operation, err: '' });
});

test.each([[['tiny', 'GetThing']], [['tiny', 'get', 'thing']], [['op:', 'tiny', 'GetThing']]])(
  'the words %j need no quotes',
  async (words) => {
    expect(await find(...words)).toEqual({ code: 0, out: operation, err: '' });
  },
);

test('without a service the forms of code and command lines are found in all services', async () => {
  const both = await find('GetThing');
  expect(both.out.split('\n')).toHaveLength(3);
  for (const name of ['get_thing', 'get-thing', 'client.get_thing(', 'op:GetThing', '"GetThing"', 'get thing'])
    expect(await find(name), name).toEqual(both);
});

test('a service with a dot in its name', async () => {
  expect((await find('other.v2.GetThing')).out).toMatch(/^operation other\.v2 GetThing since 1\.0\.0/);
});

test('a name that has such signs itself is found as it is', async () => {
  for (const name of ['tiny:GetThing:*', 'tiny.Kind'])
    expect((await find(name)).out, name).toMatch(/^value {5}other\.v2 GetThing request Event since 1\.0\.0/);
  // With the service before it too.
  expect((await find('other.v2 tiny.Kind')).out).toMatch(/^value {5}other\.v2/);
});

test('a kind leaves the others out', async () => {
  expect((await find('tiny.Kind')).code).toBe(0);
  expect((await find('field:tiny:Kind')).out).toBe(
    'field     tiny GetThing request Kind since 1.0.0 or earlier\nfield     tiny GetThing response Kind since 1.0.0 or earlier\n',
  );
  expect((await find('shape:tiny:Kind')).out).toBe('shape     tiny Kind\n');
  expect((await find('enum:B')).out).toMatch(/^(value {5}tiny GetThing (request|response) Kind since .*\n){2}$/);
});

test.each([
  ['tiny.GetThin', 'tiny has nothing of the name GetThin in its newest state; nearest: GetThing.'],
  ['tiny get thin', 'tiny has nothing of the name get thin in its newest state; nearest: GetThing.'],
  ['enum:tiny.GetThing', 'tiny has no value of the name GetThing in its newest state.'],
  [
    'tiny.GetThing.request.Name',
    'tiny has nothing of the name GetThing.request.Name in its newest state: `apidelta log tiny.GetThing.request.Name` tells of a part of an operation.',
  ],
  [
    'tinny.GetThing',
    'The newest states in the store have nothing of the name tinny.GetThing, and no service tinny; nearest: tiny.',
  ],
  ['zzz GetThing', 'The newest states in the store have nothing of the name zzz GetThing, and no service zzz.'],
  ['Nothing', 'The newest states in the store have nothing of the name Nothing.'],
  [
    'tiny',
    'The newest states in the store have nothing of the name tiny: it is a service, `apidelta log tiny` tells of it.',
  ],
  [
    'tiny.',
    'The newest states in the store have nothing of the name tiny.: it is a service, `apidelta log tiny` tells of it.',
  ],
])('%j is not there', async (name, sentence) => {
  const { code, out, err } = await find(name);
  expect([code, out, err]).toEqual([2, '', `${sentence}\n`]);
});

test('a long text of dots is answered at once', async () => {
  const { code } = await find('tiny.'.repeat(20_000));
  expect(code).toBe(2);
}, 10_000);

test('help names the forms', async () => {
  expect((await apidelta(['find', '--help'])).out.replace(/\s+/g, ' ')).toContain('s3.PutObject');
});
