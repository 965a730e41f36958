/** `apidelta find` over a tiny store: a line each, or JSON, and a sentence for a name that nothing has. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-find-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = join(folder, 'store.db');
const find = (...args: string[]) => apidelta(['find', ...args, '--store', store]);

beforeAll(async () => {
  expect(await apidelta(['ingest', tinyModels(folder)[0], '--as', '1.0.0', '--store', store])).toMatchObject({
    code: 0,
  });
});

test('a line says what has the name, and since when', async () => {
  expect(await find('getthing')).toMatchObject({ code: 0, out: 'operation tiny GetThing since 1.0.0 or earlier\n' });
});

test('JSON has the same', async () => {
  const { code, out } = await find('GetThing', '--format', 'json');
  expect(code).toBe(0);
  expect(out).toMatch(/\}\n\]\n$/);
  expect(JSON.parse(out)).toMatchObject([
    { service: 'tiny', what: 'operation', operation: 'GetThing', since: '1.0.0', orEarlier: true },
  ]);
});

test('a name that nothing has, and none', async () => {
  expect(await find('Nothing')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('The newest states in the store have nothing of the name Nothing.'),
  });
  expect(await find(' ')).toMatchObject({ code: 2, err: expect.stringContaining('Name what to find') });
});
