/** The vocabulary of messages: each id is said by something, nothing else is said, and every sentence is worded one way. */
import { expect, test } from 'vitest';
import { type DialectId, type MessageId, messageRules, parseDocuments } from '../../src/parse/index.ts';
import { quote } from '../../src/parse/messages.ts';

interface Case {
  readonly dialect: DialectId;
  readonly text: string;
  /** The sentence, and where it points. */
  readonly says: string;
}

const page = (syntax: string, body: string, intro = 'Words.') =>
  `:doc:\`X <../../elbv2>\` / Client / go

.. py:method:: X.Client.go(**kwargs)

  ${intro}

  See also: \`AWS API Documentation <https://docs.aws.amazon.com/goto/WebAPI/elasticloadbalancingv2-2015-12-01/Go>\`_

  **Request Syntax**
  ::

    ${syntax}

  ${body}
  :returns: None
`;
const parameter = ':type A: string\n  :param A: words\n';
const rst = (text: string, says: string): Case => ({ dialect: 'reference-rst', text, says });
const flat = (body: string, says: string): Case => ({
  dialect: 'changelog-flat',
  text: `2025/11/13 - Elastic Load Balancing - 1 updated api methods\nChanges Words.\n${body}`,
  says,
});
const model = (shapes: string, says: string): Case => ({
  dialect: 'service-model',
  text: `{"metadata":{"uid":"elasticloadbalancingv2-2015-12-01"},"operations":{},"shapes":${shapes}}`,
  says,
});

const cases: Readonly<Record<MessageId, Case>> = {
  'empty-input': rst(' \n', '1:1 Unexpected empty document, expected documentation of an API'),
  'binary-input': rst('\0\u0001', '1:1 Unexpected bytes that are no text, expected text'),
  'unknown-dialect': rst('Words.', '1:1 Unexpected page without a class or method, expected one of the known dialects'),
  'no-operation': rst(
    ':doc:`X <../../elbv2>` / Client / go\n\n.. py:method:: X.Client.go()\n\n  Words.\n',
    '3:1 Unexpected `go`, expected a request syntax',
  ),
  'unexpected-text': rst(
    page("client.go(A='string')", parameter).replace('.. py:method', 'Lost words.\n\n.. py:method'),
    '3:1 Unexpected `Lost words.`, expected a part of the dialect',
  ),
  'unexpected-end': rst(page("client.go(A='string'", parameter), '12:25 Unexpected end of the syntax, expected `)`'),
  'unexpected-syntax': rst(page('client.go(A=?)', parameter), '12:17 Unexpected `?)`, expected a value'),
  'unknown-trait': model(
    '{"A":{"type":"string","brandNewTrait":1}}',
    '1:1 Unexpected `brandNewTrait` of `A`, expected a trait that is known there',
  ),
  'nesting-too-deep': {
    dialect: 'service-model',
    text: `{"metadata":{"uid":"x","auth":${'['.repeat(40)}${']'.repeat(40)}},"operations":{},"shapes":{}}`,
    says: '1:1 Unexpected metadata, expected at most 32 levels',
  },
  'structure-too-deep': rst(
    page(`client.go(A=${'['.repeat(500)}${']'.repeat(500)})`, parameter),
    '12:416 Unexpected `nesting`, expected at most 400 levels',
  ),
  'unknown-type': rst(
    page("client.go(A='string')", parameter.replace('string', 'strng')),
    '15:3 Unexpected `strng`, expected a type of the documentation',
  ),
  'type-mismatch': rst(page('client.go(A=123)', parameter), '15:3 Unexpected `A (string)`, expected `integer`'),
  'undocumented-field': rst(
    page("client.go(A='string', B='string')", parameter),
    '12:27 Unexpected `B`, expected a description of every field of the syntax',
  ),
  'field-not-in-syntax': rst(
    page('client.go()', parameter),
    '15:3 Unexpected `A`, expected every described field in the syntax',
  ),
  'section-left-out': rst(
    page('# This section is too large to render.', parameter),
    '12:5 Unexpected request syntax that is too large to render, expected the section itself',
  ),
  'unnamed-value': flat(
    "{'A': 'string'}\nRequest Syntax\nclient.go( A='string' )\nNone\n",
    '5:1 Unexpected end of the fields, expected the type `string` of a parameter',
  ),
  'unknown-service': {
    dialect: 'changelog-flat',
    text: "2025/11/13 - Nobody Knows - 1 updated api methods\n{'A': 'string'}\nRequest Syntax\nclient.go( A='string' )\nstring\nNone\n",
    says: '1:1 Unexpected `Nobody Knows`, expected a service of the table of known services',
  },
  'inferred-name': rst(
    page('client.go()', '')
      .replace(/ {2}See also.*\n/, '')
      .replace('elbv2', 'nobody'),
    '3:3 Unexpected `Go`, expected a link that states the name',
  ),
  'ambiguous-direction': flat(
    "{'A': 'string'}\nRequest Syntax\nclient.go( A='string' )\nstring\ndict\nResponse Syntax\n{ 'A': 'string' }\nResponse Structure\n(dict) --\nA (string) --\n",
    '3:1 Unexpected `Go`, expected a path that exists in one direction only',
  ),
  'ambiguous-field': flat(
    "{'A': 'string'}\nRequest Syntax\nclient.go( A='string' )\nstring\nstring\nNone\n",
    '6:1 Unexpected another line `string`, expected such a line at the start of a field only',
  ),
  'unplaced-change': flat(
    "{'B': 'string'}\nRequest Syntax\nclient.go( A='string' )\nstring\nNone\n",
    '3:2 Unexpected `Go request B`, expected a path that the operation has',
  ),
  'repaired-encoding': rst(page('client.go()', '', 'It canâ€™t.'), '5:1 Unexpected `â€™`, expected UTF-8'),
  'undecoded-bytes': rst(
    page('client.go()', '', 'Half \ufffd of \ufffd one.'),
    '5:8 Unexpected U+FFFD, which stands for bytes that are no text, expected a character of Unicode text',
  ),
  'unknown-day': {
    dialect: 'release-notes',
    text: '# Log\n\n## [2.0.0] - 2024-13-45\n\n- One.\n',
    says: '3:1 Unexpected `2024-13-45`, expected a day of the calendar',
  },
  'replaced-character': rst(
    page('client.go()', '', 'Half \ud800 of one.'),
    '5:8 Unexpected character that no text has, expected a character of Unicode text',
  ),
  'unclosed-markup': rst(page('client.go()', '', 'A ``b c.'), '5:5 Unexpected ````, expected the end of the markup'),
  'unsupported-markup': rst(
    page('client.go()', '', '.. figure:: a.png'),
    '5:3 Unexpected `.. figure:: a.png`, expected markup that descriptions use',
  ),
  'damaged-model': {
    dialect: 'service-model',
    text: '{"metadata":{}}',
    says: '1:1 Unexpected JSON without metadata, operations and shapes, expected a botocore service model',
  },
  'dangling-reference': model(
    '{"A":{"type":"structure","members":{"B":{"shape":"C"}}}}',
    '1:1 Unexpected `A.B` to `C`, expected the id of a shape',
  ),
  'unreadable-note': {
    dialect: 'release-notes',
    text: '[{"category":"x"}]',
    says: '1:1 Unexpected entry of `category`, expected a release note',
  },
};

test.each(Object.entries(cases))('%s', (id, { dialect, text, says }) => {
  const { messages } = parseDocuments(dialect, [{ name: 'page', text }]);
  const found = messages.filter(({ ruleId }) => ruleId === id);
  expect(found.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n')).toContain(says);
  const { weight } = messageRules[id as MessageId];
  const fatal = { fatal: true, dropped: false, note: undefined }[weight];
  for (const message of found) expect(message).toMatchObject({ source: 'apidelta', file: 'page', fatal });
});

test('every message of every case is in the list and is worded as all are', () => {
  for (const { dialect, text } of Object.values(cases))
    for (const { ruleId, message } of parseDocuments(dialect, [{ name: 'page', text }]).messages) {
      expect(Object.keys(messageRules)).toContain(ruleId);
      expect(message).toMatch(/^Unexpected .+, expected .+[^.]$/s);
    }
});

test.each([
  [200, 200, /^page:\d+:\d+: Unexpected ````, expected the end of the markup$/],
  // What is counted has no line of its own.
  [201, 201, /^page: Unexpected input as above 1 more time$/],
  [500, 201, /^page: Unexpected input as above 300 more times$/],
])('a message that comes %i times is told %i times, and counted from then on', (times, told, last) => {
  const text = page('client.go()', '', Array.from({ length: times }, () => 'a ``b\n\n  ').join(''));
  const { messages } = parseDocuments('reference-rst', [{ name: 'page', text }]);
  expect(messages).toHaveLength(told);
  expect(String(messages.at(-1))).toMatch(last);
});

test('of a part that is said to be no operation nothing else is said', () => {
  const { dialect, text } = cases['no-operation'];
  const { messages } = parseDocuments(dialect, [{ name: 'page', text }]);
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['no-operation']);
});

test('a quotation is one line of sixty characters at most', () => {
  expect(quote(' a\n\t b ')).toBe('`a b`');
  expect(quote('x'.repeat(60))).toBe(`\`${'x'.repeat(60)}\``);
  expect(quote('x'.repeat(61))).toBe(`\`${'x'.repeat(59)}…\``);
});
