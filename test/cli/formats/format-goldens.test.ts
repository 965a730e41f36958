/** What `diff` prints in the formats that people read, whole, as goldens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-goldens-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [before, after] = tinyModels(folder);

test.each([
  ['diff.txt', ['--format', 'text', '--docs', '--syntax']],
  ['diff.md', ['--format', 'markdown', '--docs']],
  ['diff-for-github.txt', ['--format', 'github']],
  ['diff-junit.xml', ['--format', 'junit']],
  ['diff.tsv', ['--format', 'tsv', '--docs']],
])('%s', async (name, options) => {
  const { code, out } = await apidelta(['diff', before, after, ...options]);
  expect(code).toBe(0);
  await expect(out.replaceAll(folder, '<folder>')).toMatchFileSnapshot(`__snapshots__/${name}`);
});
