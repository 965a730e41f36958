/** A page that breaks off: what it would have shown is unknown, and is not called removed. */
import { expect, test } from 'vitest';
import { compareServices } from '../../../src/diff/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';

const page = `:doc:\`Carts <../../carts>\` / Client / make_cart

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
        Kind='BIG'|'SMALL'|'TINY',
        IsNew=True|False,
        Weight=123.0,
        Owner={
            'string': 'string'
        },
        Plan={...}|[...]|123|123.4|'string'|True|None,
        Picture=b'bytes'|file,
        Bought=datetime(2015, 1, 1),
        Wheels=[
            {
                'Size': 123,
                'Colour': 'RED'|'BLUE'
            },
        ]
    )

  :type Shop: string
  :param Shop: The shop.

  :type Kind: string
  :param Kind: The kind.

  :type IsNew: boolean
  :param IsNew: Whether it is new.

  :type Weight: float
  :param Weight: The weight.

  :type Owner: dict
  :param Owner: The owner.

    - *(string) --* The name.

      - *(string) --* The town.

  :type Plan: :ref:\`document<document>\`
  :param Plan: The plan.

  :type Picture: bytes or seekable file-like object
  :param Picture: The picture.

  :type Bought: datetime
  :param Bought: The day.

  :type Wheels: list
  :param Wheels: The wheels.

    - *(dict) --*

      - **Size** *(integer) --* The size.

      - **Colour** *(string) --* The colour.

  :rtype: dict
  :returns:

    **Response Syntax**

    ::

      {
          'CartUrl': 'string',
          'State': 'NEW'|'OLD',
          'Parts': [
              {'... recursive ...'},
          ],
          'Prices': {
              'string': {
                  'Sum': 123.0
              }
          },
          'Shelf': {
              'Height': 123
          }
      }

    **Response Structure**

    - *(dict) --*

      - **CartUrl** *(string) --* The address.

      - **State** *(string) --* The state.

      - **Parts** *(list) --* The parts.

        - *(dict) --* A part.

      - **Prices** *(dict) --* The prices.

        - *(string) --* The land.

          - *(dict) --* The price.

            - **Sum** *(float) --* The sum.

      - **Shelf** *(dict) --* The shelf.

        - **Height** *(integer) --* The height.

  **Exceptions**

  *   :py:class:\`Carts.Client.exceptions.CartGone\`
`;

const read = (text: string) =>
  parseDocuments('reference-rst', [{ name: 'carts/client/make_cart.rst', text }]).api.services[0];

const tooLarge = [
  '::',
  '',
  '  # This section is too large to render.',
  '  # Please see the AWS API Documentation linked',
];

/** The page of an operation that is so large that its syntax is left out. */
const leftOut = page
  .replace(/(\*\*Request Syntax\*\*\n) {2}::\n[\s\S]*?\n {4}\)\n/, (_, heading) =>
    [heading.trimEnd(), '', ...tooLarge, '']
      .map((line) => (line === '' ? line : `  ${line}`))
      .join('\n')
      .replace('  **', '**'),
  )
  .replace(/(\*\*Response Syntax\*\*\n)\n {4}::\n[\s\S]*?\n {6}\}\n/, (_, heading) =>
    [heading.trimEnd(), '', ...tooLarge, '']
      .map((line) => (line === '' ? line : `    ${line}`))
      .join('\n')
      .replace('    **', '**'),
  );

/** What is told between the whole page and the page up to each of its places. */
function toldAnywhere(text: string, ending: string, step: number): Record<string, string> {
  const whole = read(text);
  if (whole === undefined) throw new Error('the page has no service');
  const wrong = new Map<string, string>();
  for (let end = text.indexOf('.. py:method'); end < text.length; end += step) {
    const broken = read(text.slice(0, end) + ending);
    if (broken === undefined) continue;
    for (const [way, changes] of [
      ['broke', compareServices(whole, broken)?.changes ?? []],
      ['mended', compareServices(broken, whole)?.changes ?? []],
    ] as const)
      for (const { kind, value, places } of changes) {
        const told = `${way} ${kind} ${places[0]?.path} ${value ?? ''}`;
        if (!wrong.has(told)) wrong.set(told, text.slice(end - 40, end));
      }
  }
  return Object.fromEntries(wrong);
}

test.each([
  ['a page', page],
  ['a page without its syntax', leftOut],
])('at whatever place %s breaks off, nothing is changed', (_, text) => {
  expect(toldAnywhere(text, '', 2)).toEqual({});
  // An editor ends the last line.
  expect(toldAnywhere(text, '\n', 5)).toEqual({});
});

test('the page without its syntax has none', () => {
  expect(read(leftOut)?.operations[0]?.partial).toEqual(['request', 'response']);
});

test('a half value at the end is left out, and the message says where', () => {
  const end = page.indexOf("ALL'|'TINY'");
  const { api, messages } = parseDocuments('reference-rst', [
    { name: 'carts/client/make_cart.rst', text: `${page.slice(0, end)}\n` },
  ]);
  const [service] = api.services;
  const enums = Object.values(service?.shapes ?? {}).flatMap((shape) => ('enum' in shape ? [shape.enum] : []));
  expect(enums).toEqual([['BIG']]);
  expect(service?.operations[0]?.partial).toEqual(['request']);
  const before = page.slice(0, page.indexOf("'SMALL'")).split('\n');
  expect(messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`)).toContain(
    `${before.length}:${(before.at(-1)?.length ?? 0) + 1} unexpected-end`,
  );
});
