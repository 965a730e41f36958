/** Characters that HTML does not allow are written as in JSON; all others stay. */
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { withAllowedCharacters } from '../../../src/view/site/allowed-characters.ts';

test('a pattern with a control character is valid HTML, and says which one it has', () => {
  expect(withAllowedCharacters('<p>[\u0085\u0000\u007f\uffff]\t\r\n\f é 漢 \u{1f600} \u00a0')).toBe(
    '<p>[\\u0085\\u0000\\u007f\\uffff]\t\r\n\f é 漢 \u{1f600} \u00a0',
  );
});

test('a parser of HTML complains about none of the characters that stay', () => {
  for (let code = 0; code <= 0xffff; code++) {
    // Halves of characters become another one when they are written.
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const html = withAllowedCharacters(`<!doctype html><title>x</title>a${String.fromCharCode(code)}b`);
    const errors: string[] = [];
    if (!['<', '&'].includes(String.fromCharCode(code)))
      parse(html, { onParseError: ({ code: error }) => errors.push(error) });
    expect(errors, code.toString(16)).toEqual([]);
  }
});
