/** Tests the sentences about sources that cannot be read, or of which nothing is read. */
import { expect, test } from 'vitest';
import { explainError, reasonOf } from '../../src/sources/explain-error.ts';
import { defaultLimits, Meter, maxUnpacked } from '../../src/sources/limits.ts';
import { nothingFound, unrecognised } from '../../src/sources/nothing-found.ts';
import { shorten } from '../../src/sources/shorten.ts';
import type { Skipped, Tree } from '../../src/sources/tree.ts';
import { SourceError } from '../../src/sources/types.ts';

const systemError = (code: string) => Object.assign(new Error('words of the system'), { code });

test('what the system says is said in words that help', () => {
  const codes = 'ENOENT ENOTDIR EACCES EPERM ELOOP ENAMETOOLONG EISDIR EMFILE ENFILE EIO ENOSPC EDQUOT EROFS EOTHER';
  expect(
    codes.split(' ').map((code) => `${code} ${explainError('a.txt', systemError(code)).message}`),
  ).toMatchInlineSnapshot(`
    [
      "ENOENT \`a.txt\` does not exist. Check the path",
      "ENOTDIR \`a.txt\` does not exist. Check the path",
      "EACCES \`a.txt\` cannot be read: permission denied. Change its permissions or copy it",
      "EPERM \`a.txt\` cannot be read: permission denied. Change its permissions or copy it",
      "ELOOP \`a.txt\` is a link that leads back to itself. Name the file itself",
      "ENAMETOOLONG \`a.txt\` does not exist: the name is too long. Check the path",
      "EISDIR \`a.txt\` is a folder where a file was expected",
      "EMFILE \`a.txt\` cannot be read: too many files are open. Raise the limit (\`ulimit -n 1024\`)",
      "ENFILE \`a.txt\` cannot be read: too many files are open on this machine. Try again",
      "EIO \`a.txt\` cannot be read: the disk reports an error",
      "ENOSPC \`a.txt\` cannot be unpacked: the temporary folder is full. Free some space or set TMPDIR to another folder",
      "EDQUOT \`a.txt\` cannot be unpacked: the temporary folder is full. Free some space or set TMPDIR to another folder",
      "EROFS \`a.txt\` cannot be unpacked: the temporary folder is read-only. Set TMPDIR to another folder",
      "EOTHER \`a.txt\` cannot be read: words of the system",
    ]
  `);
  expect(reasonOf('a text')).toBe('cannot be read: a text');
});

test('a sentence that is one already stays', () => {
  const error = new SourceError('`a` is no source');
  expect(explainError('b', error)).toBe(error);
});

const skipped = (...names: readonly string[]): Skipped[] => names.map((name) => ({ name, reason: 'no text' }));

test('of many files of one kind three are named', () => {
  const four = skipped('a.bin', 'b.bin', 'c.bin', 'd.bin');
  expect(shorten(four)).toEqual(four);
  expect(
    shorten([
      ...skipped('a.bin', 'b.bin', 'c.bin', 'd.bin', 'e.bin', 'x/y.png', 'none'),
      { name: 'f.bin', reason: 'empty' },
    ]),
  ).toEqual([
    ...skipped('a.bin', 'b.bin', 'c.bin'),
    { name: 'd.bin', reason: 'no text (and 1 more)' },
    ...skipped('x/y.png', 'none'),
    { name: 'f.bin', reason: 'empty' },
  ]);
});

test('a source in which nothing was found says why, and what was looked for', () => {
  const tree = (count: number) =>
    ({ entries: Array.from({ length: count }, (_, index) => ({ path: `${index}` })) }) as unknown as Tree;
  const said = (count: number, reasons: readonly string[] = [], isLone = false) =>
    nothingFound(
      'spec',
      tree(count),
      reasons.map((reason) => ({ name: 'x', reason })),
      isLone,
    ).message;
  expect(said(0)).toMatch(/^`spec` holds no files\. Looked for \S/);
  expect(said(1, ['empty'], true)).toMatch(/^`spec` is empty\. Looked for/);
  expect(said(1, ['no text'], true)).toMatch(/^`spec` is no source: no text\. Looked for/);
  expect(said(1, [], true)).toMatch(/^`spec` is no source: nothing in it was recognised\. Looked for/);
  expect(said(1, ['no text'])).toMatch(
    /^`spec` holds no source: nothing was recognised in its one file \(most are: no text\)\./,
  );
  expect(said(1200, [unrecognised])).toMatch(/nothing was recognised in any of its 1,200 files\. Looked for/);
  expect(said(3, ['empty', 'no text', 'no text', unrecognised, unrecognised, unrecognised])).toMatch(
    / 3 files \(most are: no text\)\./,
  );
});

const mebibyte = 2 ** 20;

test('an archive is refused where it grows beyond its bounds, and not before', () => {
  const limits = {
    ...defaultLimits,
    total: 10 * mebibyte,
    member: 2 * mebibyte,
    ratio: 3,
    ratioFrom: 100,
    members: 2000,
    freeMembers: 5,
    smallest: 10,
  };
  const meter = (packed: number) => new Meter('a.zip', packed, limits);
  const refused = (why: string) => `\`a.zip\` is refused: ${why}. Unpack it yourself and name the folder`;
  expect(() => meter(1).addBytes(100)).not.toThrow();
  expect(() => meter(1).addBytes(101)).toThrow(refused('it unpacks to more than 3 times its size'));
  expect(() => meter(100).addBytes(300)).not.toThrow();
  expect(() => meter(100).addBytes(301)).toThrow(refused('it unpacks to more than 3 times its size'));
  const large = meter(100 * mebibyte);
  large.addBytes(10 * mebibyte);
  expect(() => large.addBytes(1)).toThrow(refused('it unpacks to more than 10 MiB'));
  expect(() => meter(1).addMember('m', 2 * mebibyte)).not.toThrow();
  expect(() => meter(1).addMember('m', 2 * mebibyte + 1)).toThrow(refused('its member `m` is larger than 2 MiB'));
  const many = (count: number, size: number) => {
    const one = meter(1);
    for (let index = 0; index < count; index++) one.addMember('m', size);
  };
  expect(() => many(5, 0)).not.toThrow();
  expect(() => many(6, 0)).toThrow(refused('it holds more than 5 members with next to nothing in them'));
  expect(() => many(2000, 10)).not.toThrow();
  expect(() => many(2001, 10)).toThrow(refused('it holds more than 2,000 members'));
});

test('a document may be as large as its package allows', () => {
  const limits = { ...defaultLimits, member: 1000, ratio: 10, ratioFrom: 50 };
  expect([1, 5, 6, 99, 100, 101].map((packed) => maxUnpacked(packed, limits))).toEqual([50, 50, 60, 990, 1000, 1000]);
});
