/** A change of one shape that many operations use: the first places stand below it, and the others are counted. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A service whose operations `Do01`, `Do02` … all take the same shape. */
function write(side: string, operations: number, members: readonly string[]): string {
  const names = Array.from({ length: operations }, (_, at) => `Do${String(at + 1).padStart(2, '0')}`);
  const model = {
    metadata: { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: 'Tea', uid: 'tea-2020-01-01' },
    operations: Object.fromEntries(names.map((name) => [name, { name, input: { shape: 'In' } }])),
    shapes: {
      In: { type: 'structure', members: Object.fromEntries(members.map((name) => [name, { shape: 'Text' }])) },
      Text: { type: 'string' },
    },
  };
  const inner = join(folder, `${operations} ${side}`, 'tea', '2020-01-01');
  mkdirSync(inner, { recursive: true });
  writeFileSync(join(inner, 'service-2.json'), JSON.stringify(model));
  return join(folder, `${operations} ${side}`);
}

test.each([
  ['markdown', 20, 20, null],
  ['markdown', 21, 20, '… and 1 more place'],
  ['markdown', 23, 20, '… and 3 more places'],
  ['text', 8, 8, null],
  ['text', 11, 8, '3 more places'],
] as const)('%s, %i operations', async (format, operations, shown, more) => {
  const [before, after] = [write('before', operations, ['A']), write('after', operations, ['A', 'B'])];
  const { out } = await apidelta(['diff', before, after, '--format', format]);
  const places = [...out.matchAll(/Do(\d\d)\.request\.B|Do(\d\d) request B/g)].map(([, one, other]) => one ?? other);
  expect(places).toEqual(Array.from({ length: shown }, (_, at) => String(at + 1).padStart(2, '0')));
  if (more === null) expect(out).not.toContain('more place');
  else expect(out).toContain(more);
});
