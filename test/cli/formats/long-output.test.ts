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
  for (const line of lines.slice(0, -2)) expect(line.length).toBeLessThanOrEqual(100);
  expect(out.match(/Do7 is gone/g)).toHaveLength(services);
  expect(out.match(/… and 5\d\d may break/g)).toHaveLength(services);
  expect(out).toContain('--all-changes');
  expect(out).toContain('10 break callers, 5,990 may break');
  expect(code).toBe(1);
  const all = await apidelta(['check', before, after, '--all-changes']);
  expect(all.out.split('\n').length).toBeGreaterThan(6000);
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
  expect(out).toMatch(/\*\*Left out\*\*.*: .*may break, in `service\d`/);
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
