/** Errors of SQLite by their number: each is a sentence that says what to do. */
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { guarded, isUnwritable, StoreError } from '../../../src/store/database/store-error.ts';

function sentenceOf(errcode: number): string {
  try {
    guarded('/there/a.db', () => {
      throw Object.assign(new Error('of SQLite'), { errcode });
    });
  } catch (error) {
    if (error instanceof StoreError) return error.message;
  }
  return '';
}

// The numbers are those of sqlite.org/rescode.html; the higher bits tell more of the same error.
test.each([
  ['SQLITE_ERROR', 1, 'is damaged (of SQLite)'],
  ['SQLITE_BUSY', 5, 'is in use by another apidelta'],
  ['SQLITE_BUSY_SNAPSHOT', 517, 'is in use by another apidelta'],
  ['SQLITE_LOCKED', 6, 'is in use by another apidelta'],
  ['SQLITE_READONLY', 8, 'cannot be written: it, or its folder, is read-only'],
  ['SQLITE_IOERR', 10, 'cannot be read or written (of SQLite)'],
  ['SQLITE_CORRUPT', 11, 'is damaged (of SQLite)'],
  ['SQLITE_FULL', 13, 'is full: nothing was changed'],
  ['SQLITE_MISMATCH', 20, 'is damaged (of SQLite)'],
  ['SQLITE_NOTADB', 26, 'is no store of apidelta, or is damaged'],
])('%s', (_, code, words) => {
  expect(sentenceOf(code)).toContain(words);
});

test('what is of neither SQLite nor the system is nobody’s mistake to put right', () => {
  expect(() => guarded('a.db', () => JSON.parse('{'))).toThrow(SyntaxError);
});

test('a folder that can be written is not refused, and one that is missing is another mistake', () => {
  expect([tmpdir(), '/there/is/no/such/folder'].map(isUnwritable)).toEqual([false, false]);
});
