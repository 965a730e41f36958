/** Which format a database has, by what its header says. */
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { applicationId, schemaVersion } from '../../../src/store/database/schema.ts';
import { formatOf } from '../../../src/store/database/store-format.ts';

function formatWith(version: number, owner: number, tables: readonly string[] = []): number {
  const db = new DatabaseSync(':memory:');
  try {
    db.exec(`PRAGMA user_version = ${version}; PRAGMA application_id = ${owner}`);
    for (const table of tables) db.exec(`CREATE TABLE ${table} (key TEXT)`);
    return formatOf('a.db', db);
  } finally {
    db.close();
  }
}
/** Those that stores had before their header said whose they are. */
const oldTables = ['meta', 'input', 'blob', 'walked', 'note', 'release', 'service'];

test('from format 3 on the header says whose it is', () => {
  for (let version = 3; version <= schemaVersion; version++) expect(formatWith(version, applicationId)).toBe(version);
  expect(() => formatWith(schemaVersion + 1, applicationId)).toThrow('use a newer apidelta');
  expect(() => formatWith(2, applicationId)).toThrow('is a database, and no store of apidelta');
});

test('before that its tables do', () => {
  expect([formatWith(1, 0, oldTables), formatWith(2, 0, oldTables)]).toEqual([1, 2]);
  expect(() => formatWith(2, 0, oldTables.slice(1))).toThrow('is a database, and no store of apidelta');
  expect(() => formatWith(3, 0, oldTables)).toThrow('is a database, and no store of apidelta');
  expect(() => formatWith(0, 0)).toThrow('is no store of apidelta: name another file');
});
