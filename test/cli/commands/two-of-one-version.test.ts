/** One version of a service, ingested from two models: every command tells the same history, in whatever order. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-two-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [before, after] = tinyModels(folder);

const inputs = [
  [before, '1.0.0'],
  [before, '1.1.0'],
  [after, '1.1.0'],
  [after, '1.2.0'],
] as const;

/** The counts of changes of each release, as `log` and as `between` tell them. */
async function historyOf(name: string, order: readonly number[]): Promise<readonly unknown[]> {
  const store = join(folder, `${name}.db`);
  let warned = '';
  for (const at of order) {
    const [from, version] = inputs[at] ?? inputs[0];
    warned += (await apidelta(['ingest', from, '--as', version, '--store', store])).err;
  }
  expect(warned).toContain('only one of them is told');
  const asked = async (...args: string[]) => (await apidelta([...args, '--store', store, '--format', 'json'])).out;
  const log = JSON.parse(await asked('log', 'tiny')) as readonly { readonly release: string }[];
  return [
    log,
    await asked('between', 'tiny', '1.0.0', '1.1.0'),
    await asked('between', 'tiny', '1.1.0', '1.2.0'),
    await asked('between', 'tiny', '1.0.0', '1.2.0'),
  ];
}

test('the order of ingesting changes nothing, and what one command tells, the other tells too', async () => {
  const first = await historyOf('a', [0, 1, 2, 3]);
  expect(await historyOf('b', [3, 2, 1, 0])).toEqual(first);
  expect(await historyOf('c', [2, 0, 3, 1])).toEqual(first);
});

test('each removal that is there between two versions is in the log of one release', async () => {
  const store = join(folder, 'a.db');
  const { out: log } = await apidelta(['log', 'tiny', '--store', store]);
  const { out: all } = await apidelta(['between', 'tiny', '1.0.0', '1.2.0', '--store', store]);
  expect(all).toContain('DropThing is gone');
  expect(log.match(/DropThing is gone/g)).toHaveLength(1);
  const steps = await Promise.all(
    [
      ['1.0.0', '1.1.0'],
      ['1.1.0', '1.2.0'],
    ].map(([from, to]) => apidelta(['between', 'tiny', from ?? '', to ?? '', '--store', store])),
  );
  expect(steps.filter(({ out }) => out.includes('DropThing is gone'))).toHaveLength(1);
});
