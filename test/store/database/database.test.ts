/** Which files become a store when they are opened for writing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { schemaVersion } from '../../../src/store/database/schema.ts';
import { Database } from '../../../src/store/write.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-database-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function formatAfter(file: string): unknown {
  Database.open(file).close();
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db.prepare('PRAGMA user_version').get();
  } finally {
    db.close();
  }
}

test('no file and an empty file become an empty store, which stays as it is', () => {
  const empty = join(folder, 'empty.db');
  writeFileSync(empty, '');
  const format = { user_version: schemaVersion };
  expect([formatAfter(join(folder, 'none.db')), formatAfter(empty), formatAfter(empty)]).toEqual([
    format,
    format,
    format,
  ]);
});
