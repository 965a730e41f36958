/** A changelog page that breaks off: what it would have shown is unknown, and is not called changed. */
import { expect, test } from 'vitest';
import { compareServices } from '../../../src/diff/index.ts';
import { type DialectId, parseDocuments } from '../../../src/parse/index.ts';

const text = `Elastic Load Balancing

2025/11/13 - Elastic Load Balancing - 1 updated api methods

Changes  Words about it.

CreateListener (updated) Link ¶
Changes (request)
{'Protocol': {'QUIC'}}

Makes a listener.

See also: AWS API Documentation

Request Syntax

client.create_listener(
    LoadBalancerArn='string',
    Protocol='HTTP'|'QUIC',
    IsNew=True|False,
    Weight=123.0,
    Wheels=[
        {
            'Size': 123
        },
    ]
)

type LoadBalancerArn:
string

param LoadBalancerArn:
[REQUIRED]

The name.

type Protocol:
string

param Protocol:
The protocol.

type IsNew:
boolean

param IsNew:
Whether it is new.

type Weight:
float

param Weight:
The weight.

type Wheels:
list

param Wheels:
The wheels.

  • (dict) --

    • Size (integer) --

      The size.

rtype:
dict

returns:
Response Syntax

{
    'Url': 'string',
    'State': 'NEW'|'OLD',
    'Sum': 123.0
}

Response Structure

  • (dict) --

    • Url (string) --

      The address.

    • State (string) --

      The state.

    • Sum (float) --

      The sum.
`;

const html = `<!DOCTYPE html>
<html><body>
<p>2025/11/13 - Elastic Load Balancing - 1 updated api methods</p>
<details id="CreateListener">
<summary>CreateListener (updated)</summary>
<p>Makes a listener.</p>
<p><strong>Request Syntax</strong></p>
<pre class="literal-block">client.create_listener(
    LoadBalancerArn='string',
    Protocol='HTTP'|'QUIC',
    IsNew=True|False,
    Weight=123.0,
    Wheels=[
        {
            'Size': 123
        },
    ]
)
</pre>
<dl class="field-list">
<dt>rtype<span class="colon">:</span></dt>
<dd><p>dict</p></dd>
<dt>returns<span class="colon">:</span></dt>
<dd><p><strong>Response Syntax</strong></p>
<pre class="literal-block">{
    'Url': 'string',
    'State': 'NEW'|'OLD',
    'Sum': 123.0
}
</pre>
</dd>
</dl>
</details>
</body></html>
`;

const read = (dialect: DialectId, page: string) =>
  parseDocuments(dialect, [{ name: 'page', text: page }]).api.services[0];

test.each([
  ['changelog-text', text, 'CreateListener (updated) Link ¶'.length],
  ['changelog-html', html, '<details id="CreateListener">\n<summary>CreateListener (updated)</summary>'.length],
] as const)('%s: at whatever place it breaks off, nothing is changed', (dialect, page, behind) => {
  const whole = read(dialect, page);
  if (whole === undefined) throw new Error('the page has no service');
  expect(whole.operations[0]?.partial).toBeUndefined();
  expect(whole.operations[0]?.response).toBeTypeOf('string');
  const wrong = new Map<string, string>();
  const start = page.indexOf(dialect === 'changelog-text' ? 'CreateListener' : '<details') + behind;
  for (let end = start; end < page.length; end++) {
    const broken = read(dialect, page.slice(0, end));
    if (broken === undefined) continue;
    const told = [compareServices(whole, broken), compareServices(broken, whole)].flatMap((one) => one?.changes ?? []);
    for (const { kind, places } of told) wrong.set(`${kind} ${places[0]?.path}`, page.slice(end - 20, end));
  }
  expect(Object.fromEntries(wrong)).toEqual({});
});

test.each([
  ['changelog-text', text],
  ['changelog-html', html],
] as const)('%s: the direction in which it breaks off is partial', (dialect, page) => {
  const partial = (end: number) => read(dialect, page.slice(0, end))?.operations[0]?.partial;
  expect(partial(page.indexOf('Weight='))).toEqual(['request']);
  expect(partial(page.indexOf("'State'"))).toEqual(['response']);
});
