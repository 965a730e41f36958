/** The syntax around changes, in every format that shows it, and where it is asked for. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-syntax-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [before, after] = tinyModels(folder);
const diff = async (...args: string[]) => (await apidelta(['diff', before, after, ...args])).out;

const required = ['  GetThing request {', '-   "Name": "string",', '+   "Name": "string",  // required', '    "Kind":'];

test('text shows it where it is asked for, under the change', async () => {
  expect(await diff()).not.toContain('GetThing request {');
  expect(await diff('--no-syntax')).toBe(await diff());
  const text = await diff('--syntax');
  expect(text).toContain(
    [
      'GetThing now requires Name — calls without it fail',
      '      GetThing request Name',
      ...required.slice(0, 3).map((line) => `        ${line}`),
    ].join('\n'),
  );
  // A terminal is told by an escape what a name may hold itself.
  expect(text).toContain('+     | "C`<&\\"\\u0001"');
});

test('what stands right above is not said again', async () => {
  const more = join(folder, 'more');
  const file = join('tiny', '2020-01-01', 'service-2.json');
  cpSync(before, more, { recursive: true });
  writeFileSync(join(more, file), readFileSync(join(more, file), 'utf8').replace('["A","B"]', '["A","B","C","D"]'));
  const count = async (format: string) =>
    (await apidelta(['diff', before, more, '--syntax', '--format', format])).out.split('GetThing request {').length - 1;
  expect([await count('text'), await count('markdown'), await count('json'), await count('html')]).toEqual([
    1, 1, 2, 1,
  ]);
});

test('json has it once a change, and not where it says nothing', async () => {
  const changes = JSON.parse(await diff('--format', 'json')).services[0].changes as {
    readonly kind: string;
    readonly places: readonly object[];
    readonly syntax?: readonly { readonly op: string; readonly text: string }[];
  }[];
  const of = (kind: string) => changes.find((change) => change.kind === kind);
  expect(of('required-added')?.syntax?.slice(0, 3)).toEqual(
    required.slice(0, 3).map((line) => ({ op: line[0], text: line.slice(2) })),
  );
  expect(of('field-removed')?.syntax?.map(({ op }) => op)).toContain('-');
  expect(of('http-changed')).not.toHaveProperty('syntax');
  expect(of('enum-value-added')?.places.length).toBe(2);
  for (const place of of('enum-value-added')?.places ?? []) expect(place).not.toHaveProperty('syntax');
  expect(await diff('--format', 'json', '--no-syntax')).not.toContain('"syntax"');
});

test('it is that of the first place that is left', async () => {
  const args = ['--format', 'json', '--kind', 'enum-value-added'];
  const config = join(folder, 'config.json');
  const ignore = [{ rule: 'enum-value-added', path: 'tiny.*.request.*', reason: 'not sent' }];
  writeFileSync(config, JSON.stringify({ ignore }));
  expect(await diff(...args)).toContain('GetThing request {');
  expect(await diff(...args, '--config', config)).toContain('GetThing response {');
});

test('markdown fences it so that no name ends the fence', async () => {
  const text = await diff('--format', 'markdown');
  expect(text).toContain(['', '  ```diff', ...required.slice(0, 3).map((line) => `  ${line}`)].join('\n'));
  expect(await diff('--format', 'markdown', '--no-syntax')).not.toContain('```');
  const [own, evil] = [join(folder, 'own'), join(folder, 'evil')];
  const file = join('tiny', '2020-01-01', 'service-2.json');
  for (const [to, name] of [
    [own, 'x'],
    [evil, '```'],
  ] as const) {
    cpSync(before, to, { recursive: true });
    writeFileSync(join(to, file), readFileSync(join(to, file), 'utf8').replace('"OldARN"', JSON.stringify(name)));
  }
  expect((await apidelta(['diff', own, evil, '--format', 'markdown'])).out).toMatch(
    /\n {2}````diff\n[^~]*"```"[^~]*\n {2}````\n/,
  );
});

test('markdown stays short where a thousand things changed, and says so', async () => {
  const [few, many] = [join(folder, 'few'), join(folder, 'many')];
  const model = (count: number) => ({
    metadata: { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: 'Many', uid: 'many-2020-01-01' },
    operations: Object.fromEntries(
      Array.from({ length: 1000 }, (_, at) => [
        `Do${at}`,
        { name: `Do${at}`, http: { method: 'POST', requestUri: '/' }, input: { shape: `In${at}` } },
      ]),
    ),
    shapes: {
      ...Object.fromEntries(
        Array.from({ length: 1000 }, (_, at) => [
          `In${at}`,
          { type: 'structure', members: at < count ? { F: { shape: 'Text' } } : {} },
        ]),
      ),
      Text: { type: 'string' },
    },
  });
  for (const [to, count] of [
    [few, 1],
    [many, 1000],
  ] as const) {
    mkdirSync(join(to, 'many', '2020-01-01'), { recursive: true });
    writeFileSync(join(to, 'many', '2020-01-01', 'service-2.json'), JSON.stringify(model(count)));
  }
  const { out } = await apidelta(['diff', few, many, '--format', 'markdown']);
  expect(out.split('```diff').length - 1).toBe(40);
  expect(out.split('for the first 40 changes only').length - 1).toBe(1);
});

test('html marks it without colour too, and closes it', async () => {
  const html = await diff('--format', 'html');
  expect(html).toContain('<details><summary>Syntax</summary>');
  expect(html).toContain('<ins>+   "Name": "string",  // required\n</ins>');
  expect(html).toContain('<del>-   "Name": "string",\n</del>');
  expect(html).not.toContain('"C`<');
  expect(await diff('--format', 'html', '--no-syntax')).not.toContain('<details>');
});

test('between and check show what the store has', async () => {
  const store = join(folder, 'store.db');
  await apidelta(['ingest', before, '--as', '1.0.0', '--store', store]);
  await apidelta(['ingest', after, '--as', '1.1.0', '--store', store]);
  const wanted = required
    .slice(0, 3)
    .map((line) => `        ${line}`)
    .join('\n');
  const own = ['--store', store, '--syntax'];
  expect((await apidelta(['between', 'tiny', '1.0.0', '1.1.0', ...own])).out).toContain(wanted);
  expect((await apidelta(['check', '--from', '1.0.0', ...own])).out).toContain(wanted);
  expect((await apidelta(['between', 'tiny', '1.0.0', '1.1.0', '--store', store])).out).not.toContain('request {');
  // A store has no files: what was compared stands in the place of one.
  const sarif = (await apidelta(['between', 'tiny', '1.0.0', '1.1.0', '--store', store, '--format', 'sarif'])).out;
  expect(new Set(sarif.match(/(?<="uri": ?")[^"]*/g))).toEqual(new Set(['tiny%201.1.0']));
  const log = await apidelta(['log', 'tiny.GetThing.response.Kind', ...own]);
  expect(log.out).toContain('  GetThing response {');
  expect(log.out).not.toContain('GetThing request {');
  const json = JSON.parse((await apidelta(['log', 'tiny.GetThing.request.Name', ...own, '--format', 'json'])).out);
  expect(json.history[0].changes[0].syntax[0]).toEqual({ op: ' ', text: 'GetThing request {' });
});
