/** An operation that only the model calls otherwise: commands find the one of today by its name in the SDK. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-renamed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = join(folder, 's.db');

function modelWith(operation: string): string {
  const at = join(folder, operation, 'widget', '2020-01-01');
  mkdirSync(at, { recursive: true });
  const model = {
    metadata: { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: 'Widget', uid: 'widget-2020-01-01' },
    operations: { [operation]: { name: operation, input: { shape: 'In' } } },
    shapes: { In: { type: 'structure', members: { Name: { shape: 'Text' } } }, Text: { type: 'string' } },
  };
  writeFileSync(join(at, 'service-2.json'), JSON.stringify(model));
  return join(folder, operation);
}

test('nothing breaks for callers, and the name of the SDK means the operation of today', async () => {
  const [before, after] = [modelWith('CreateDBWidget'), modelWith('CreateDbWidget')];
  const compared = await apidelta(['check', before, after, '--audience', 'all']);
  expect(compared.out).toContain('CreateDBWidget is sent as CreateDbWidget now');
  expect(compared.out).not.toContain('AttributeError');
  expect((await apidelta(['check', before, after])).code).toBe(0);
  await apidelta(['ingest', before, '--as', '1.0.0', '--store', store]);
  await apidelta(['ingest', after, '--as', '1.1.0', '--store', store]);
  const ask = async (...args: string[]) => (await apidelta([...args, '--store', store])).out;
  expect(await ask('log', 'widget.create_db_widget')).toContain('widget.CreateDbWidget');
  expect(await ask('log', 'widget.CreateDBWidget')).toContain('widget.CreateDBWidget');
  expect(await ask('show', 'widget.create_db_widget', '--as-of', '1.0.0')).toContain('CreateDBWidget');
  expect(await ask('show', 'widget.create_db_widget', '--as-of', '1.1.0')).toContain('CreateDbWidget');
});
