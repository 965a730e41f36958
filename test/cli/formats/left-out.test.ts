/** Services of which a filter leaves nothing are not told, and of a migration a page has the table. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-left-out-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A service with one operation, of so many fields, each at most so long; and others of a type. */
function write(
  side: string,
  id: string,
  fields: number,
  max: number,
  others: readonly [number, string] = [0, ''],
  limits: object = {},
): void {
  const names = Array.from({ length: fields }, (_, at) => `F${at}`);
  const more = Array.from({ length: others[0] }, (_, at) => [`G${at}`, { shape: `G${at}Other` }]);
  const model = {
    metadata: {
      apiVersion: '2020-01-01',
      protocol: 'json',
      serviceFullName: `Title of ${id}`,
      uid: `${id}-2020-01-01`,
    },
    operations: { Go: { name: 'Go', http: { method: 'POST', requestUri: '/' }, input: { shape: 'In' } } },
    shapes: {
      In: {
        type: 'structure',
        members: Object.fromEntries([...names.map((name) => [name, { shape: `${name}Text` }]), ...more]),
      },
      ...Object.fromEntries(more.map((_, at) => [`G${at}Other`, { type: others[1] }])),
      ...Object.fromEntries(names.map((name, at) => [`${name}Text`, { type: 'string', max: max + at, ...limits }])),
    },
  };
  const inner = join(folder, side, id, '2020-01-01');
  mkdirSync(inner, { recursive: true });
  writeFileSync(join(inner, 'service-2.json'), JSON.stringify(model));
}
const sides = (name: string) => [join(folder, name, 'before'), join(folder, name, 'after')] as const;

test('a service without a change of the wanted kind has no heading', async () => {
  for (const [side, fields, max] of [
    ['before', 1, 10],
    ['after', 2, 10],
  ] as const)
    write(`kinds/${side}`, 'grows', fields, max);
  write('kinds/before', 'shrinks', 1, 10);
  write('kinds/after', 'shrinks', 1, 5);
  const diff = async (...more: string[]) => (await apidelta(['diff', ...sides('kinds'), ...more])).out;
  expect(await diff()).toMatch(/Title of grows.*Title of shrinks/s);
  const text = await diff('--kind', 'field-added');
  expect(text).toContain('Title of grows');
  expect(text).not.toContain('shrinks');
  for (const format of ['markdown', 'junit', 'sarif', 'github', 'tsv'])
    expect(await diff('--kind', 'field-added', '--format', format)).not.toContain('shrinks');
});

test('a service in which nothing has an effect is told in JSON only', async () => {
  write('idle/before', 'grows', 1, 10);
  write('idle/after', 'grows', 2, 10);
  write('idle/before', 'rests', 1, 10, [0, ''], { min: -1 });
  write('idle/after', 'rests', 1, 10, [0, ''], { min: 0 });
  const diff = async (...more: string[]) => (await apidelta(['diff', ...sides('idle'), ...more])).out;
  for (const audience of ['sdk', 'all']) {
    const text = await diff('--audience', audience);
    expect(text).toContain('Title of grows');
    expect(text).not.toContain('rests');
  }
  expect(await diff('--audience', 'all', '--format', 'json')).toContain('"rests"');
});

test('of a migration that is longer than a page, the page has the table', async () => {
  write('many/before', 'moves', 150, 1_000, [90, 'string']);
  write('many/after', 'moves', 150, 500, [90, 'integer']);
  const { out } = await apidelta(['check', ...sides('many')]);
  expect(out.split('\n').length).toBeLessThanOrEqual(100);
  expect(out).toContain('--all-changes');
  expect(out).toMatch(/150 × constraint-tightened, such as: /);
});
