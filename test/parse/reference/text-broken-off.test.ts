/** Reference text that breaks off: what it would have shown is unknown, and is not called changed. */
import { expect, test } from 'vitest';
import { compareServices } from '../../../src/diff/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';

const page = `botocore 1.1.10 documentation

Client

class Carts.Client

A low-level client representing Carts:

client = session.create_client('carts')

These are the available methods:

make_cart(**kwargs)

Makes a cart.

Request Syntax

response = client.make_cart(
    Shop='string',
    Kind='BIG'|'SMALL',
    IsNew=True|False,
    Weight=123.0,
    Owner={
        'string': 'string'
    },
    Picture=b'bytes'|file,
    Bought=datetime(2015, 1, 1),
    Wheels=[
        {
            'Size': 123,
            'Colour': 'RED'|'BLUE'
        },
    ]
)

Parameters

  • Shop (string) -- [REQUIRED]

    The shop.

  • Kind (string) -- The kind.

  • IsNew (boolean) -- Whether new.

  • Weight (float) -- The weight.

  • Owner (dict) -- The owner.

    • (string) -- The name.

      • (string) -- The town.

  • Picture (bytes or seekable file-like object) -- The picture.

  • Bought (datetime) -- The day.

  • Wheels (list) -- The wheels.

    • (dict) --

      • Size (integer) -- The size.

      • Colour (string) -- The colour.

Return type

dict

Returns

Response Syntax

{
    'CartUrl': 'string',
    'State': 'NEW'|'OLD',
    'Sum': 123.0
}

Response Structure

  • (dict) --

    • CartUrl (string) -- The address.

    • State (string) -- The state.

    • Sum (float) -- The sum.
`;

const read = (text: string) => parseDocuments('reference-text', [{ name: 'carts.txt', text }]).api.services[0];

test.each([
  ['', 1],
  // An editor ends the last line.
  ['\n', 4],
] as const)('at whatever place it breaks off, nothing is changed (%j)', (ending, step) => {
  const whole = read(page);
  if (whole === undefined) throw new Error('the page has no service');
  const wrong = new Map<string, string>();
  for (let end = page.indexOf('make_cart(**'); end < page.length; end += step) {
    const broken = read(page.slice(0, end) + ending);
    if (broken === undefined) continue;
    const told = [compareServices(whole, broken), compareServices(broken, whole)].flatMap((one) => one?.changes ?? []);
    for (const { kind, places } of told) wrong.set(`${kind} ${places[0]?.path}`, page.slice(end - 20, end));
  }
  expect(Object.fromEntries(wrong)).toEqual({});
});

test('the direction in which it breaks off is partial', () => {
  const partial = (end: number) => read(page.slice(0, end))?.operations[0]?.partial;
  expect(partial(page.indexOf('Weight='))).toEqual(['request']);
  expect(partial(page.indexOf("'State'"))).toEqual(['response']);
  expect(partial(page.length)).toBeUndefined();
});
