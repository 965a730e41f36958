/** What `ingest` says of release notes that fit nowhere: names, up to twelve. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { modelJson, TinyRepository } from '../../store/walk/tiny-repository.ts';
import { apidelta } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-ingest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The names in brackets, where a release has notes about so many services that are not there. */
async function named(count: number): Promise<string | undefined> {
  const repository = new TinyRepository(join(folder, `${count}`));
  const notes = Array.from({ length: count }, (_, at) => ({
    ...{ type: 'api-change', category: `\`\`gone${String(at).padStart(2, '0')}\`\``, description: 'More of it.' },
  }));
  repository.release('1.0.0', {
    'botocore/data/thing/2020-01-01/service-2.json': modelJson({ Name: 'string' }),
    '.changes/1.0.0.json': JSON.stringify(notes),
  });
  const { code, err } = await apidelta(['ingest', `git:${repository.folder}`, '--store', join(folder, `${count}.db`)]);
  expect(code).toBe(0);
  return /about services that the store does not have \((.*)\)\.$/m.exec(err)?.[1];
}

test('twelve are named, and of more it is said that there are', async () => {
  const twelve = Array.from({ length: 12 }, (_, at) => `gone${String(at).padStart(2, '0')}`).join(', ');
  expect(await named(12)).toBe(twelve);
  expect(await named(13)).toBe(`${twelve}, …`);
});
