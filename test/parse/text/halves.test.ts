/** Half a surrogate pair is no text: every document gives U+FFFD for it, with a message that says where. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';
import { Messages } from '../../../src/parse/messages.ts';
import { cleanText, withoutHalves } from '../../../src/parse/text/clean.ts';
import { Random } from '../../generate/random.ts';

const clean = (text: string) => {
  const messages = new Messages('a.json');
  const cleaned = cleanText(text, messages);
  return { cleaned, said: messages.list.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`) };
};

test.each([
  ['{"a": "\\ud800"}', '{"a": "\\ufffd"}', ['1:8 replaced-character']],
  [
    '[\n  "x\\uDFFFy",\n "\\uD83D"]',
    '[\n  "x\\ufffdy",\n "\\ufffd"]',
    ['2:5 replaced-character', '3:3 replaced-character'],
  ],
  // Two high halves, and the halves of a pair in the wrong order.
  ['["\\ud83d\\ud83d\\ude00"]', '["\\ufffd\\ud83d\\ude00"]', ['1:3 replaced-character']],
  ['["\\ude00\\ud83d"]', '["\\ufffd\\ufffd"]', ['1:3 replaced-character', '1:9 replaced-character']],
  // Letters behind a backslash that is a character come first, and are no escape.
  ['["\\\\ud800 \\\\uD800 \\uDABC"]', '["\\\\ud800 \\\\uD800 \\ufffd"]', ['1:19 replaced-character']],
])('%s', (text, cleaned, said) => {
  expect(clean(text)).toEqual({ cleaned, said });
});

test.each([
  '["\\ud83d\\ude00 \\uD83D\\uDE00"]',
  // Two backslashes are one character, and the rest are letters.
  '["\\\\ud800 \\\\\\\\ud800"]',
  '["\\\\\\ud83d\\ude00"]',
  'a page with \\ud800 in it',
  '.. py:method:: \\ud800',
])('%s stays as it is', (text) => {
  expect(clean(text)).toEqual({ cleaned: text, said: [] });
});

test('any text has whole characters afterwards, and nothing else is another', () => {
  const random = new Random(7);
  const pieces = ['\\', 'u', 'd83d', 'D800', '\ud83d', '\ude00', '\udbff', '\ud7ff', 'a', '"'];
  for (let round = 0; round < 2_000; round++) {
    const text = Array.from({ length: random.whole(1, 8) }, () => random.pick(pieces)).join('');
    const json = JSON.stringify([text]);
    const written = random.chance(0.5)
      ? json
      : json.replace(/\\u(d[89a-f][0-9a-f]{2})/g, (_, code) => `\\u${code.toUpperCase()}`);
    expect(JSON.parse(withoutHalves(written, new Messages('a.json'))), written).toEqual(
      JSON.parse(written).map((one: string) => one.toWellFormed()),
    );
  }
});

test('a model and notes of a release', () => {
  const model = JSON.stringify({
    metadata: { uid: 'tea-2020-01-01', serviceFullName: 'Tea \ud800' },
    operations: { Brew: { name: 'Brew', documentation: '<p>Half \udc00 a word.</p>' } },
    shapes: {},
  });
  const { api, messages } = parseDocuments('service-model', [{ name: 'm.json', text: model }], { service: 'tea' });
  expect(JSON.stringify(api)).not.toMatch(/\\ud/);
  expect(api.services[0]?.title).toBe('Tea \ufffd');
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['replaced-character', 'replaced-character']);
  const notes = JSON.stringify([{ type: 'api-change', category: '``ec2``', description: 'Half \ud800.' }]);
  const read = parseDocuments('release-notes', [{ name: '1.0.0.json', text: notes }]);
  expect(JSON.stringify(read.notes)).toContain('Half \ufffd.');
  expect(read.messages.map(({ ruleId }) => ruleId)).toEqual(['replaced-character']);
});
