/** `diff`, `check` and `parse` of models whose names hold the signs of a path: they end, and tell every field apart. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { memberPath } from '../../src/model/index.ts';
import { apidelta } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-names-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = [
  'a[b',
  'a]',
  '{',
  '}x',
  '.',
  '..',
  'a.b',
  '\\',
  'a\\',
  '[]',
  '{}',
  '{key}',
  '',
  'constructor',
  '__proto__',
];

function model(name: string, members: readonly string[], type: string): string {
  const inner = join(folder, name, 'tiny', '2020-01-01');
  mkdirSync(inner, { recursive: true });
  const record = (one: readonly (readonly [string, object])[]) =>
    `{${one.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
  const inside = record(members.map((member) => [member, { shape: 'Leaf' }]));
  writeFileSync(
    join(inner, 'service-2.json'),
    `{"metadata":{"apiVersion":"2020-01-01","protocol":"json","uid":"tiny-2020-01-01"},
      "operations":{"Do":{"name":"Do","input":{"shape":"In"},"output":{"shape":"Out"}}},
      "shapes":{"In":{"type":"structure","members":${record(names.map((one) => [one, { shape: 'Deep' }]))}},
        "Out":{"type":"structure","members":${inside}},
        "Deep":{"type":"list","member":{"shape":"Inner"}},
        "Inner":{"type":"structure","members":${inside}},
        "Leaf":{"type":"${type}"}}}`,
  );
  return join(folder, name);
}

test('every field that changes has a place of its own', async () => {
  const [before, after] = [model('before', names, 'string'), model('after', names, 'integer')];
  const { code, out } = await apidelta(['diff', before, after, '--format', 'tsv']);
  expect(code).toBe(0);
  const paths = out
    .split('\n')
    .filter((line) => line.includes('\ttype-changed\tDo\trequest\t'))
    .map((line) => line.split('\t')[4]);
  const wanted = names.flatMap((outer) => names.map((inner) => memberPath(`${memberPath('', outer)}[]`, inner)));
  expect(new Set(paths)).toEqual(new Set(wanted));
  expect(paths).toHaveLength(names.length ** 2);
});

test.each(names)('a field %j that comes, goes or changes ends diff and check in every format', async (name) => {
  const [without, with_] = [model('without', [], 'string'), model('with', [name], 'string')];
  for (const format of ['text', 'json', 'markdown', 'github', 'sarif', 'junit', 'html', 'tsv'])
    expect(await apidelta(['diff', without, with_, '--format', format]), format).toMatchObject({ code: 0 });
  expect(await apidelta(['check', with_, without])).toMatchObject({ code: 1 });
  expect((await apidelta(['parse', with_, '--format', 'paths'])).out).toContain(
    `tiny\tDo\tresponse\t${memberPath('', name)}\tstring`,
  );
});
