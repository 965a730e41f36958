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
          'Shelf': {
              'Height': 123
          }
      }

    **Response Structure**

    - *(dict) --*

      - **CartUrl** *(string) --* The address.

      - **State** *(string) --* The state.

      - **Shelf** *(dict) --* The shelf.

        - **Height** *(integer) --* The height.

  **Exceptions**

  *   :py:class:\`Carts.Client.exceptions.CartGone\`
`;

const read = (text: string) =>
  parseDocuments('reference-rst', [{ name: 'carts/client/make_cart.rst', text }]).api.services[0];

test('at whatever place it breaks off, nothing is removed', () => {
  const whole = read(page);
  if (whole === undefined) throw new Error('the page has no service');
  const wrong = new Map<string, string>();
  for (let end = page.indexOf('.. py:method'); end < page.length; end++) {
    const broken = read(page.slice(0, end));
    if (broken === undefined) continue;
    for (const { kind, value, places } of compareServices(whole, broken)?.changes ?? [])
      if (/-removed$/.test(kind)) wrong.set(`${kind} ${places[0]?.path} ${value ?? ''}`, page.slice(end - 20, end));
  }
  expect(Object.fromEntries(wrong)).toEqual({});
});

test('the other way round nothing is new', () => {
  const whole = read(page);
  const broken = read(page.slice(0, page.indexOf("'Colour'")));
  if (whole === undefined || broken === undefined) throw new Error('the page has no service');
  expect(compareServices(broken, whole)).toBeUndefined();
});
