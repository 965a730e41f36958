/** Bytes: what they are, and the text in them. */
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { kindOfBytes } from '../../src/sources/archives/kind-of-bytes.ts';
import { pathInArchive } from '../../src/sources/archives/path-in-archive.ts';
import { decodeText, isBinary } from '../../src/sources/decode-text.ts';
import { makeTar } from './make-tar.ts';
import { makeZip } from './make-zip.ts';

test('knows packed files and archives by their first bytes', async () => {
  const tar = await makeTar({ 'a.txt': 'tea' });
  expect(kindOfBytes(tar)).toBe('tar');
  expect(kindOfBytes(gzipSync('tea'))).toBe('gzip');
  expect(kindOfBytes(zstdCompressSync('tea'))).toBe('zstandard');
  expect(kindOfBytes(makeZip([{ name: 'a', content: Buffer.from('tea') }]))).toBe('zip');
  expect(kindOfBytes(makeZip([]))).toBe('zip');
  expect(kindOfBytes(Buffer.from('BZh91AY&SY'))).toBe('bzip2');
  expect(kindOfBytes(Buffer.from('BZhang wrote this'))).toBe('plain');
  expect(kindOfBytes(Buffer.from('\xfd7zXZ\0…', 'latin1'))).toBe('xz');
  expect(kindOfBytes(Buffer.from('PK is a word'))).toBe('plain');
  expect(kindOfBytes(Buffer.alloc(0))).toBe('plain');
  // Its mark is enough, whatever its sum.
  const unsummed = Buffer.from(tar);
  unsummed.fill(0, 148, 156);
  expect(kindOfBytes(unsummed)).toBe('tar');
  // A tar without a mark has its sum alone.
  tar.fill(0, 257, 265);
  const sum = tar.subarray(0, 512).reduce((all, byte, index) => all + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  expect(kindOfBytes(tar)).toBe('tar');
});

test('decodes UTF-8 and UTF-16 by their marks', () => {
  const text = 'Brèw “tea”';
  const big = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  expect(decodeText(Buffer.from(text))).toBe(text);
  expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text);
  expect(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
  expect(decodeText(big)).toBe(text);
  expect(decodeText(Buffer.from([0x74, 0xff, 0x65]))).toBe('t\ufffde');
});

test('tells bytes from text', () => {
  expect(isBinary(Buffer.from('one \0 among many letters '.repeat(20)))).toBe(true);
  expect(isBinary(Buffer.from(`${'tea '.repeat(100)}\0`))).toBe(false);
  expect(isBinary(Buffer.from('\ufefftea', 'utf16le'))).toBe(false);
  expect(isBinary(Buffer.from('tab\tline\r\nform\f\u001b[0m'))).toBe(false);
});

test('one control character among a hundred is not too many', () => {
  const withControls = (count: number, byte = 1) =>
    Buffer.concat([Buffer.alloc(count, byte), Buffer.alloc(100 - count, 0x61)]);
  expect([1, 2].map((count) => isBinary(withControls(count)))).toEqual([false, true]);
  const controls = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => isBinary(withControls(2, byte)));
  // White space and escape are text.
  const text = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b];
  expect(controls).toEqual(Array.from({ length: 0x20 }, (_, byte) => byte).filter((byte) => !text.includes(byte)));
});

test('keeps names of members inside', () => {
  expect(pathInArchive('./a//b.rst')).toBe('a/b.rst');
  // The archive itself.
  for (const name of ['.', './', './.']) expect(pathInArchive(name)).toBe('');
  for (const name of ['../a', 'a/../../b', '/etc/passwd', 'C:\\a', '..\\a', 'a\0b', ''])
    expect(pathInArchive(name), name).toBeUndefined();
});
