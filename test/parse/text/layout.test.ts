/** Tabs and common indentation mean nothing: the result is that of the plain page, with the positions of the page. */
import { expect, test } from 'vitest';
import { type DialectId, detectDialect, parseDocuments } from '../../../src/parse/index.ts';
import { layOut } from '../../../src/parse/text/layout.ts';

const rst = `:doc:\`Carts <../../carts>\` / Client / make_cart

*********
make_cart
*********

.. py:method:: Carts.Client.make_cart(**kwargs)

        Makes a cart.

        See also: \`AWS API Documentation <https://docs.aws.amazon.com/goto/WebAPI/carts-2020-01-01/MakeCart>\`_

        **Request Syntax**
        ::

                response = client.make_cart(
                        Shop='string',
                        Wheels=[
                                {
                                        'Size': 123,
                                },
                        ]
                )

        :type Shop: string
        :param Shop: The shop.

        :type Wheels: list
        :param Wheels: The wheels.

                - *(dict) --*

                        - **Size** *(integer) --* The size.

        :rtype: dict
        :returns:

                **Response Syntax**

                ::

                        {
                                'Url': 'string',
                                'State': 'NEW'|'OLD'
                        }

                **Response Structure**

                - *(dict) --*

                        - **Url** *(string) --* The address.

                        - **State** *(striing) --* The state.
`;
const text = `Client

class Carts.Client

A low-level client representing Carts:

client = session.create_client('carts')

These are the available methods:

make_cart(**kwargs)

Makes a cart.

Request Syntax

response = client.make_cart(
        Shop='string',
)

Parameters

        • Shop (string) -- [REQUIRED]

                The shop.

Returns

None

What is this?
`;
const changelog = `Elastic Load Balancing

2025/11/13 - Elastic Load Balancing - 1 updated api methods

Changes  Words about it.

CreateListener (updated) Link ¶
Changes (request)
{'Protocol': {'QUIC'}}

Makes a listener.

Request Syntax

client.create_listener(
        Protocol='HTTP'|'QUIC',
)

type Protocol:
string

param Protocol:
The protocol.

returns:
None
`;
const notes = `# Changelog

## 1.2.3 - 2025-11-13

- One note

  that goes on

Words about it.
`;
const pages: readonly (readonly [DialectId, string])[] = [
  ['reference-rst', rst],
  ['reference-text', text],
  ['changelog-text', changelog],
  ['changelog-flat', changelog.replace('CreateListener (updated) Link ¶\nChanges (request)\n', '')],
  ['release-notes', notes],
];

/** Everything that a page gives; `columnOf` leads the columns of its positions to those of the plain page. */
function read(dialect: DialectId, page: string, columnOf = (_line: number, column: number) => column) {
  const {
    api,
    changes,
    notes: said,
    messages,
    positions,
  } = parseDocuments(dialect, [{ name: 'page', text: page }], {
    positions: true,
  });
  const at = (point: { readonly line?: number | undefined; readonly column?: number | undefined }) =>
    `${point.line}:${columnOf(point.line ?? 0, point.column ?? 0)}`;
  return {
    services: api.services,
    changes: changes.flatMap((one) => one.changes.map((change) => ({ ...change, at: at(change.at) }))),
    said,
    messages: messages.map((message) => `${at(message)} ${message.ruleId} ${message.reason}`),
    positions: [...positions].map(([key, point]) => `${key} ${at(point)}`),
  };
}

test.each(pages)('%s: a page that is indented as a whole', (dialect, page) => {
  const plain = read(dialect, page);
  expect(plain.services.length + plain.said.length).toBeGreaterThan(0);
  for (const width of [2, 4, 7]) {
    const indented = page.replace(/^(?=.)/gm, ' '.repeat(width));
    expect(detectDialect(indented)).toBe(dialect);
    expect(read(dialect, indented, (_, column) => column - width)).toEqual(plain);
    expect(read(dialect, indented.replaceAll('\n', '\r\n'), (_, column) => column - width)).toEqual(plain);
  }
});

test.each(pages.filter(([dialect]) => dialect !== 'release-notes'))('%s: tabs instead of spaces', (dialect, page) => {
  // Every tab, and every second one behind spaces: both go to the same stops.
  for (const tab of ['\t', '   \t']) {
    const lines = page.split('\n').map((line) => line.replace(/^(?: {8})+/, (all) => tab.repeat(all.length / 8)));
    const tabbed = lines.join('\n');
    expect(tabbed).not.toBe(page.replaceAll('\n', '\n ').trimEnd());
    const columnOf = (line: number, column: number) => {
      const indent = (/^\s*/.exec(lines[line - 1] ?? '')?.[0] ?? '').length;
      return column <= indent ? column : column - indent + (indent / tab.length) * 8;
    };
    expect(read(dialect, tabbed, columnOf)).toEqual(read(dialect, page));
  }
});

test('tabs behind the marks of a field', () => {
  const tabbed = rst
    .replace('- **Size** *(integer) --* The', '-\t**Size**\t*(integer) --*\tThe')
    .replace(':param Shop: ', ':param Shop:\t');
  expect(tabbed.split('\t')).toHaveLength(5);
  expect(read('reference-rst', tabbed)).toEqual(read('reference-rst', rst));
});

const signs = [
  ['spaces that do not break', (line: string) => line.replaceAll(' ', '\u00a0')],
  ['such spaces as indentation', (line: string) => line.replace(/^ +/, (all) => '\u00a0'.repeat(all.length))],
  ['ideographic spaces', (line: string) => line.replace(/^ +/, (all) => '\u3000'.repeat(all.length))],
  ['marks of direction', (line: string) => line.replace(/\S/, '\u200f$&').replace(/$/, '\u200e')],
  ['spaces without a width', (line: string) => `\u200b${line}\u200b\u2060`],
  ['a mark of the order of bytes in every line', (line: string) => `\ufeff${line}`],
] as const;

test.each(signs)('%s mean nothing', (_, change) => {
  for (const [dialect, page] of pages.filter(([id]) => id !== 'release-notes')) {
    const lines = page.split('\n').map(change);
    // The mark of the whole document is no sign of its first line.
    const columnOf = (line: number, column: number) => {
      const text = lines[line - 1] ?? '';
      const before = text.slice(line === 1 && text.startsWith('\ufeff') ? 1 : 0, column - 1);
      return column - before.replace(/[^\u200b-\u200f\u2060\ufeff]/g, '').length;
    };
    for (const ending of ['\n', '\r\n']) {
      const odd = lines.join(ending);
      expect(detectDialect(odd)).toBe(dialect);
      expect(read(dialect, odd, columnOf)).toEqual(read(dialect, page));
    }
  }
});

test('a space that does not break stays among others', () => {
  expect(layOut('a b\u00a0c\n d\u00a0e', 'plain')?.text).toBe('a b\u00a0c\n d e');
});

test('what is not seen at the end of most lines goes, and stays at the end of a few', () => {
  expect(layOut('a.\u200b\n\tb\u200b\n\nc', 'plain')?.text).toBe('a.\n        b\n\nc');
  expect(layOut('a.\u200b\n\tb\n\nc', 'plain')?.text).toBe('a.\u200b\n        b\n\nc');
});

test('tabs of Markdown are its own', () => {
  const { notes: said } = parseDocuments('release-notes', [
    { name: 'CHANGELOG.md', text: '## 1.2.3\n\n- one\n\t- two\n' },
  ]);
  expect(JSON.stringify(said)).not.toContain('"code"');
});

test('a text without either is left alone', () => {
  expect(layOut('a\n  b\n', 'plain')).toBeUndefined();
  expect(layOut('a\tb\n', 'plain')).toBeUndefined();
  expect(layOut('\ta\n', 'kept')).toBeUndefined();
});

test('a column inside the white space, and a line that is too far to the right', () => {
  const layout = layOut('a\n \tb', 'plain');
  expect(layout?.text).toBe('a\n        b');
  expect([1, 2, 8, 9, 10].map((column) => layout?.pointOf({ line: 2, column }).column)).toEqual([1, 2, 2, 3, 4]);
  const far = `${'\t'.repeat(1_001)}b`;
  expect(layOut(`\ta\n${far}\nc`, 'plain')?.text).toBe(`        a\n${far}\nc`);
});
