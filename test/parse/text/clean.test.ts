/** Text that was read as Windows-1252 is put right: every character, by an independent decoder of that encoding. */
import { expect, test } from 'vitest';
import { Messages } from '../../../src/parse/messages.ts';
import { cleanText, isBinaryText } from '../../../src/parse/text/clean.ts';

const misread = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

function clean(text: string) {
  const messages = new Messages('a.txt');
  const cleaned = cleanText(text, messages);
  return { cleaned, told: messages.list.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`) };
}

test('every character of two and three bytes comes back', () => {
  const wrong: string[] = [];
  for (let code = 0x80; code < 0x3000; code++) {
    const text = String.fromCodePoint(code);
    if (clean(`a ${misread(text)} b`).cleaned !== `a ${text} b`) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
  expect(clean(misread('🦔')).cleaned).toBe('🦔');
});

test('a line is told once, by its number', () => {
  expect(clean(`one\n${misread('ä ö')}\n\nthree ${misread('ü')}`)).toEqual({
    cleaned: 'one\nä ö\n\nthree ü',
    told: ['2:1 repaired-encoding', '4:1 repaired-encoding'],
  });
  expect(clean(misread('é')).told).toEqual(['1:1 repaired-encoding']);
  expect(clean('äöü – “words” Ã and Â')).toEqual({ cleaned: 'äöü – “words” Ã and Â', told: [] });
});

test('line ends are those of Unix or of Windows, and the mark of the byte order is no text', () => {
  expect(clean('\ufeffa\rb\r\nc\r').cleaned).toBe('a\nb\r\nc\n');
});

test('a text is binary with a NUL, or where more than a twentieth is no UTF-8, at its beginning', () => {
  const broken = (count: number, of: number) => '\ufffd'.repeat(count) + 'a'.repeat(of - count);
  expect([broken(5, 100), broken(6, 100), 'a\u0000', ''].map(isBinaryText)).toEqual([false, true, true, false]);
  expect(isBinaryText(`${'a'.repeat(8_000)}\u0000`)).toBe(false);
  expect(isBinaryText(`${'a'.repeat(7_999)}\u0000`)).toBe(true);
});
