/** A folder for the site in which something cannot be read is refused with the system's reason. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { manifestName } from '../../../src/cli/site/manifest.ts';
import { checkContents } from '../../../src/cli/site/out-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-unreadable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('its list is a folder', () => {
  mkdirSync(join(folder, manifestName));
  expect(() => checkContents({ named: 'site', folder })).toThrow('`site` cannot be read: it is a folder.');
});
