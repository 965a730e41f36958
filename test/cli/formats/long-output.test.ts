/** Output of an upgrade that changes very much: it fits where it is read, and says what it left out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pinnedVersion } from '../../../src/cli/config/pinned-version.ts';
import { apidelta } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const services = 10;
const perService = 600;

/** A model whose operations each take a field, with a limit on it, and one that is gone in the newer state. */
function model(id: string, isNew: boolean): object {
  const all = Array.from({ length: perService }, (_, at) => at);
  return {
    metadata: { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: id, uid: `${id}-2020-01-01` },
    operations: Object.fromEntries(
      all
        .filter((at) => !isNew || at !== 7)
        .map((at) => [
          `Do${at}`,
          { name: `Do${at}`, http: { method: 'POST', requestUri: isNew ? '/new' : '/' }, input: { shape: `In${at}` } },
        ]),
    ),
    shapes: Object.fromEntries(
      all.flatMap((at) => [
        [`In${at}`, { type: 'structure', members: { Name: { shape: `Text${at}` } } }],
        [`Text${at}`, { type: 'string', ...(isNew ? { max: at + 1 } : {}) }],
      ]),
    ),
  };
}

const [before, after] = ['before', 'after'].map((side) => {
  for (let at = 0; at < services; at++) {
    const inner = join(folder, side, `service${at}`, '2020-01-01');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, 'service-2.json'), JSON.stringify(model(`service${at}`, side === 'after')));
  }
  return join(folder, side);
}) as [string, string];

test('the text of check is a page: the worst of every service, and the rest is counted', async () => {
  const { out, code } = await apidelta(['check', before, after]);
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(100);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  expect(out.match(/Do7 is gone/g)).toHaveLength(services);
  expect(out.match(/… and 5\d\d may break/g)).toHaveLength(services);
  expect(out).toContain('--all-changes');
  expect(out).toContain('10 break callers, 5,990 may break');
  expect(code).toBe(1);
  const all = await apidelta(['check', before, after, '--all-changes']);
  expect(all.out.split('\n').length).toBeGreaterThan(6000);
});

/** Two states of services whose every name is long, so that a single one is wider than the page. */
function longNames(count: number, size: number): readonly [string, string] {
  const name = (start: string, at: number) => `${start}${at}${'VeryLongNameOfAThing'.repeat(size)}`;
  const [one, two] = ['before', 'after'].map((side) => {
    for (let at = 0; at < count; at++) {
      const isNew = side === 'after';
      const id = name('service', at).slice(0, 200);
      const inner = join(folder, `${size}-${count}`, side, id, '2020-01-01');
      mkdirSync(inner, { recursive: true });
      const [field, kind, old, now] = [name('Field', 1), name('Kind', 2), name('Old', 3), name('New', 4)];
      const member = { shape: kind, documentation: `<p>${isNew ? now : old} ${'words '.repeat(40)}</p>` };
      const shape = { type: 'structure', members: { [field]: member, ...(isNew ? {} : { [old]: { shape: 'In' } }) } };
      const operation = { name: name('Op', 0), input: { shape: 'In' }, output: { shape: 'In' } };
      const model = {
        metadata: { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: name('Title', at), uid: `${id}-2020` },
        operations: { [operation.name]: operation, ...(isNew ? {} : { [name('Gone', 0)]: { name: 'x' } }) },
        shapes: { In: shape, [kind]: { type: 'string', enum: ['a', isNew ? now : old] } },
      };
      writeFileSync(join(inner, 'service-2.json'), JSON.stringify(model));
    }
    return join(folder, `${size}-${count}`, side);
  }) as [string, string];
  return [one, two];
}

test.each([
  [1, 2],
  [1, 8],
  [3, 12],
  [40, 6],
])('no name makes a line wider than a page: %i services, names of %i times 20 letters', async (count, size) => {
  const sides = longNames(count, size);
  for (const more of [[], ['--docs'], ['--syntax'], ['--docs', '--syntax']]) {
    const lines = (await apidelta(['check', ...sides, ...more])).out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(100);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(100);
    // What is cut begins as it does, so that it can be told from others.
    expect(lines.join('\n')).toMatch(/breaks callers {2}Gone0VeryLongName/);
  }
  const whole = (await apidelta(['check', ...sides, '--all-changes'])).out;
  expect(whole).toContain(`Old3${'VeryLongNameOfAThing'.repeat(size)}`);
});

test('what only the protocol sees is counted, and shown where it is asked for', async () => {
  const { out } = await apidelta(['check', before, after]);
  expect(out).toContain('SDK callers see nothing of these 10');
  expect(out).not.toContain('POST /new');
  expect((await apidelta(['check', before, after, '--audience', 'wire'])).out).toContain('POST /new');
  const changed = (audience: string) =>
    apidelta(['check', before, after, '--audience', audience, '--kind', 'http-changed']).then(({ code }) => code);
  expect([await changed('sdk'), await changed('wire'), await changed('all')]).toEqual([0, 1, 1]);
});

test('markdown fits into a comment, and says what it left out', async () => {
  const { out } = await apidelta(['diff', before, after, '--format', 'markdown', '--no-syntax']);
  expect(out.length).toBeLessThanOrEqual(65_536);
  expect(out).toMatch(
    /^\*\*Left out\*\*.*: .*may break, in `service\d`(?:, `service\d`)*\. `--format json` has all of it\.$/m,
  );
});

test('SARIF has no more results than code scanning takes, each with a place in a file', async () => {
  const { out } = await apidelta(['diff', before, after, '--format', 'sarif', '--audience', 'all']);
  interface Run {
    readonly results: readonly { readonly locations: readonly { readonly physicalLocation?: object }[] }[];
    readonly invocations: unknown;
  }
  const { results, invocations } = (JSON.parse(out) as { readonly runs: readonly [Run] }).runs[0];
  expect(results).toHaveLength(5000);
  for (const { locations } of results) expect(locations[0]?.physicalLocation).toBeDefined();
  expect(JSON.stringify(invocations)).toContain('1,010 more changes are left out');
});

test.each([
  ['requirements.txt', 'requests==2.0\n  botocore==1.40.0\n', { line: 2, column: 3 }],
  ['requirements.txt', 'boto3==1.40.1  # botocore comes with it\n', { line: 1, column: 1 }],
  ['uv.lock', '[[package]]\nname = "botocore" # as it is\nversion = "1.40.0"\n', { line: 3, column: 1 }],
  [
    'Pipfile.lock',
    '{"default": {\n  "boto3": {\n    "hashes": [],\n    "version": "==1.40.0"}}}',
    { line: 4, column: 5 },
  ],
])('the line of a pin in %s is known', (name, text, at) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  expect(pinnedVersion(file).at).toMatchObject({ file, ...at });
});
