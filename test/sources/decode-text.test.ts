/** Text in the encodings that editors write, by the mark at its beginning. */
import { expect, test } from 'vitest';
import { decodeText, isBinary } from '../../src/sources/decode-text.ts';

test.each([
  ['UTF-8', [0x74, 0xc3, 0xa9]],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x74, 0xc3, 0xa9]],
  ['UTF-16, the lower byte first', [0xff, 0xfe, 0x74, 0x00, 0xe9, 0x00]],
  ['UTF-16, the higher byte first', [0xfe, 0xff, 0x00, 0x74, 0x00, 0xe9]],
])('%s', (_, bytes) => {
  expect(decodeText(Buffer.from(bytes))).toBe('té');
});

test('one control character among a hundred is still text, and so is UTF-16', () => {
  const bytes = (controls: number) => Buffer.from([...Array(controls).fill(1), ...Array(100 - controls).fill(0x61)]);
  expect([0, 1, 2].map((controls) => isBinary(bytes(controls)))).toEqual([false, false, true]);
  expect(isBinary(Buffer.from('\t\n\v\f\r\u001b'))).toBe(false);
  expect(isBinary(Buffer.from('te', 'utf16le'))).toBe(true);
  expect(isBinary(Buffer.from([0xff, 0xfe, 0x74, 0x00]))).toBe(false);
  expect(isBinary(Buffer.from([0xfe, 0xff, 0x00, 0x74]))).toBe(false);
});
