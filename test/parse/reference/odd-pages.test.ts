/** Pages that were pasted, or that state something twice: the same result, and a message for what is left out. */
import { expect, test } from 'vitest';
import { type DialectId, parseDocuments } from '../../../src/parse/index.ts';

const page = `:doc:\`Carts <../../carts>\` / Client / make_cart

*********
make_cart
*********

.. py:method:: Carts.Client.make_cart(**kwargs)

  Makes a cart.

  **Request Syntax**
  ::

    response = client.make_cart(
        Shop='string',
        Kind='BIG'|'SMALL',
        Picture=b'bytes'
    )

  :type Shop: string
  :param Shop: The shop.

  :type Kind: string
  :param Kind: The kind.

  :type Picture: bytes
  :param Picture: The picture.

  :returns: None
`;

function read(dialect: DialectId, text: string) {
  const { api, messages } = parseDocuments(dialect, [{ name: 'page', text }]);
  const said = messages
    .filter(({ ruleId }) => ruleId !== 'inferred-name')
    .map(({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`);
  return { services: api.services, said };
}

const pointIn = (text: string, part: string) => {
  const before = text.slice(0, text.lastIndexOf(part)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
};

test.each([
  ['single', '\u2018', '\u2019'],
  ['single, both closing', '\u2019', '\u2019'],
  ['double', '\u201c', '\u201d'],
])('curved quotation marks of an editor: %s', (_, open, close) => {
  const curved = page.replace(/'([^'\n]*)'/g, `${open}$1${close}`);
  expect(curved).not.toContain("'");
  expect(read('reference-rst', curved)).toEqual(read('reference-rst', page));
});

test('words above the page, and a fence around it', () => {
  for (const text of [`\n\n${page}`, `Look at this:\n\n${page}`, `\`\`\`rst\n${page}\`\`\`\n`]) {
    const { services, said } = read('reference-rst', text);
    expect(services).toEqual(read('reference-rst', page).services);
    // Each line that is no part of the page is told.
    expect(said.map((line) => line.split(' ')[1])).toEqual(said.map(() => 'unexpected-text'));
  }
});

test('an operation that a page has twice is told at the second one', () => {
  const again = `${page}\n${page.slice(page.indexOf('.. py:method')).replace('Makes a', 'Builds a')}`;
  const { services, said } = read('reference-rst', again);
  expect(services[0]?.operations).toHaveLength(1);
  expect(said).toEqual([
    `${pointIn(again, '.. py:method')} unexpected-text Unexpected \`MakeCart\`, expected each operation once`,
  ]);
});

test('a field that a syntax or a description has twice is told at the second one', () => {
  const inSyntax = page.replace("        Kind='BIG'", "        Shop=123,\n        Kind='BIG'");
  expect(read('reference-rst', inSyntax).said).toEqual([
    `${pointIn(inSyntax, 'Shop=123')} unexpected-text Unexpected \`Shop\`, expected each field once`,
  ]);
  expect(read('reference-rst', inSyntax).services).toEqual(read('reference-rst', page).services);
  const described = page.replace('  :returns:', '  :type Shop: integer\n  :param Shop: Again.\n\n  :returns:');
  expect(read('reference-rst', described).said).toEqual([
    `${pointIn(described, ':param Shop')} unexpected-text Unexpected \`Shop\`, expected each field once`,
  ]);
});

test('a type without its parameter is told', () => {
  const alone = page.replace(':param Kind: The kind.', '');
  const { said } = read('reference-rst', alone);
  expect(said).toHaveLength(2);
  expect(said[0]).toContain('undocumented-field');
  expect(said[1]).toContain(`${pointIn(alone, ':type Kind')} unexpected-text`);
});
