/** What is worth knowing of a store: states that could not be read are named up to ten. */
import { expect, test } from 'vitest';
import { examine } from '../../../src/store/database/examine.ts';
import { writeUnread } from '../../../src/store/walk/unread.ts';
import { Database } from '../../../src/store/write.ts';

function remarks(count: number): readonly string[] {
  const database = Database.open(':memory:');
  try {
    const unread = Array.from({ length: count }, (_, at) => ({
      ...{ version: `1.0.${at}`, object: `o${at}`, kind: 'broken' as const, why: 'cut off' },
    }));
    writeUnread(database, 1, 's3', unread);
    return examine(database).remarks;
  } finally {
    database.close();
  }
}

test.each([1, 10])('%i are named', (count) => {
  expect(remarks(count)).toEqual(
    Array.from({ length: count }, () => expect.stringMatching(/^s3 of 1\.0\.\d+ could not be read, .*: cut off\.$/)),
  );
});

test('of more the rest is counted', () => {
  expect(remarks(11)).toHaveLength(11);
  expect(remarks(11).at(-1)).toBe('1 more state could not be read.');
});
