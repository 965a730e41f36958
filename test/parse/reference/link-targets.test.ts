/** Addresses that a page names once, `.. _name: address`, stand at every link to the name: documentation until 2023 had them. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';
import { oldClient } from './old-client.ts';

/** A page of a whole service: the targets stand above its title, as the generator wrote them. */
function page(targets: string, words: string): string {
  return `

${targets}

${oldClient}  .. py:method:: make_cart(**kwargs)

    ${words}

    See also: \`AWS API Documentation <https://docs.aws.amazon.com/goto/WebAPI/carts-2020-01-01/MakeCart>\`_

    **Request Syntax**
    ::

      response = client.make_cart(
          Shop='string'
      )
    :type Shop: string
    :param Shop: The shop of ${words}

    :returns: None
`;
}

function read(targets: string, words: string) {
  const { api, messages } = parseDocuments('reference-rst', [{ name: 'carts.rst', text: page(targets, words) }]);
  const [service] = api.services;
  const [operation] = service?.operations ?? [];
  const root = service?.shapes[operation?.request ?? ''];
  const [shop] = root?.kind === 'structure' ? root.members : [];
  const links = (prose: unknown) =>
    [
      ...JSON.stringify(prose ?? []).matchAll(
        /"type":"link","url":"([^"]*)","children":\[\{"type":"text","value":"([^"]*)"/g,
      ),
    ].map(([, address, text]) => `${text} > ${address}`);
  return {
    operation: links(operation?.documentation),
    field: links(shop?.documentation),
    messages: messages.map(({ line, reason }) => `${line} ${reason}`),
  };
}

const url = 'https://carts.example/guide.html';

test.each([
  ['of one word', `.. _Guide: ${url}`, '`Guide`_', 'Guide'],
  ['of several words', `.. _Shop Guide: ${url}`, '`Shop Guide`_', 'Shop Guide'],
  ['in other letters and with other blanks', `.. _Shop  Guide: ${url}`, '`shop guide`_', 'shop guide'],
  [
    'with escaped colons',
    `.. _Carts\\:\\: A\\: the guide: ${url}`,
    '`Carts\\:\\: A\\: the guide`_',
    'Carts:: A: the guide',
  ],
  ['in backquotes', `.. _\`Guide: one\`: ${url}`, '`Guide: one`_', 'Guide: one'],
  ['that is the address itself', `.. _${url}: ${url}`, `\`${url}\`_`, url],
])('a name %s', (_, target, link, text) => {
  expect(read(`.. _Other: https://other.example\n${target}\n.. _More: https://more.example`, `See ${link}.`)).toEqual({
    operation: [`${text} > ${url}`],
    field: [`${text} > ${url}`],
    messages: [],
  });
});

test('a target inside a description is no text of it, and its name is known in the page', () => {
  expect(read('', `See \`Guide\`_.\n\n    .. _Guide: ${url}\n`)).toEqual({
    operation: [`Guide > ${url}`],
    field: [`Guide > ${url}`],
    messages: [],
  });
});

test('a name that has no address is text; what only looks like a target is told', () => {
  expect(read('', 'See `Guide`_ and ``.. _Guide: x``.')).toEqual({ operation: [], field: [], messages: [] });
  expect(read('.. _Guide\\: x', 'See `Guide`_.')).toEqual({
    operation: [],
    field: [],
    messages: ['3 Unexpected `.. _Guide\\: x`, expected a part of the dialect'],
  });
});
