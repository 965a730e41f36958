/** What older layouts of documentation never printed is unknown, and what they print in another way is read all the same. */
import { expect, test } from 'vitest';
import { compareServices } from '../../../src/diff/index.ts';
import { fieldsOf, type Operation, type Service } from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';
import { oldClient } from './old-client.ts';

/** A method of a client; `before` and `after` stand around its syntax. */
function method(name: string, before = '    Makes a cart.', after = ''): string {
  const operation = name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `
  .. py:method:: ${name}(**kwargs)

${before}

    See also: \`AWS API Documentation <https://docs.aws.amazon.com/goto/WebAPI/carts-2020-01-01/${operation}>\`_

    **Request Syntax**
    ::

      response = client.${name}(
          Shop='string'
      )
    :type Shop: string
    :param Shop: **[REQUIRED]**

      The shop.

    :rtype: dict
    :returns:

      **Response Syntax**

      ::

        {
            'CartUrl': 'string'
        }

      **Response Structure**

      - *(dict) --*

        - **CartUrl** *(string) --*

          The address.
${after}
`;
}

const exceptions = `
    **Exceptions**

    *   :py:class:\`Carts.Client.exceptions.CartGone\`
`;
const danger = `    Makes a cart.

    .. danger::

          This operation is deprecated and may not function as expected. This operation should not be used going forward and is only kept for the purpose of backwards compatiblity.
`;

function parsed(...texts: readonly string[]): Service {
  const { api } = parseDocuments(
    'reference-rst',
    texts.map((text, at) => ({ name: `carts-${at}.rst`, text })),
  );
  return api.services[0] as Service;
}

const operationOf = (service: Service, name: string) =>
  service.operations.find((one) => one.name === name) as Operation;
const pathsOf = (service: Service, root: string | null | undefined) =>
  root === null || root === undefined ? [] : [...fieldsOf(service.shapes, root)].map(({ path }) => path);

test('without any section of exceptions errors are unknown', () => {
  const service = parsed(oldClient + method('make_cart'));
  expect(service.facts).not.toContain('errors');
  expect(operationOf(service, 'MakeCart').errors).toBeUndefined();
});

test('beside an operation that has the section, one without it fails with nothing', () => {
  const service = parsed(oldClient + method('make_cart', undefined, exceptions) + method('drop_cart'));
  expect(service.facts).toContain('errors');
  expect(operationOf(service, 'MakeCart').errors).toEqual([{ name: 'CartGone' }]);
  expect(operationOf(service, 'DropCart').errors).toEqual([]);
});

test('a client that says that it has no exceptions has none', () => {
  const service = parsed(`${oldClient}${method('make_cart')}
=================
Client Exceptions
=================

This client has no modeled exception classes.
`);
  expect(operationOf(service, 'MakeCart').errors).toEqual([]);
});

test('whether operations are deprecated is unknown where nothing says that the page is young enough', () => {
  expect(parsed(oldClient + method('make_cart')).facts).not.toContain('operation-deprecation');
  expect(parsed(oldClient + method('make_cart', undefined, exceptions)).facts).toContain('operation-deprecation');
  const service = parsed(oldClient + method('make_cart') + method('drop_cart', danger));
  expect(service.facts).toContain('operation-deprecation');
  expect(operationOf(service, 'DropCart').deprecated).toEqual({});
});

test('whether what is sent is a stream is unknown where nothing says that the page is young enough', () => {
  const page = oldClient + method('make_cart');
  expect(parsed(page).facts).toContain('streaming');
  const unlinked = page.replace(/^ *See also.*$/m, '');
  expect(parsed(unlinked).facts).not.toContain('streaming');
  expect(parsed(`${unlinked}\n  bytes or seekable file-like object`).facts).toContain('streaming');
});

test('without a link the name of an operation is a guess, which another source may know better', () => {
  const unlinked = parsed((oldClient + method('list_ids')).replace(/^ *See also.*$/m, ''));
  expect(unlinked.operations.map(({ name, nameOrigin }) => [name, nameOrigin])).toEqual([['ListIds', 'inferred']]);
  const linked = parsed((oldClient + method('list_ids')).replace('/ListIds>', '/ListIDs>'));
  expect(linked.operations.map(({ name }) => name)).toEqual(['ListIDs']);
  const whole = (service: Service): Service => ({ ...service, facts: [...service.facts, 'all-operations'] });
  expect(compareServices(whole(unlinked), whole(linked))).toBeUndefined();
  expect(compareServices(whole(linked), whole(unlinked))).toBeUndefined();
});

test.each([
  ['code', ' ``MakeCart`` makes a cart.'],
  ['a link', ' `Carts <https://carts.example>`__ are made here.'],
  ['stress', ' **Carts** are made here.'],
])('a description that begins with %s stands one space further to the right', (_, words) => {
  const service = parsed(oldClient + method('make_cart', `    ${words}\n\n    And more.`));
  const { request, response, documentation } = operationOf(service, 'MakeCart');
  expect(pathsOf(service, request)).toEqual(['Shop']);
  expect(pathsOf(service, response)).toEqual(['CartUrl']);
  expect(documentation?.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
});

/** Stands two columns deeper where the directive above is inside a class. */
const below = (directive: string, text: string) =>
  directive.includes('attribute') ? text.replace(/^(?=.)/gm, '  ') : text;
const other = (name: string) => method(name).replaceAll('Shop', 'Other').replaceAll('CartUrl', 'OtherUrl');

test.each([
  ['of the service', '.. py:class:: Carts.ServiceResource()'],
  ['of a thing', '.. py:class:: Carts.Cart(name)'],
  ['of all things of a kind', '.. py:class:: Carts.Cart(name)\n\n  .. py:attribute:: carts'],
  ['that lost the indentation of its words', '.. py:class:: Carts.Cart(name)\n\nWords at the margin.'],
  ['of a paginator that lost it', '.. py:class:: Carts.Paginator.MakeCart\n\nWords at the margin.'],
  ['of a waiter that lost it', '.. py:class:: Carts.Waiter.MakeCart\n\nWords at the margin.'],
])('a method %s is none of the client', (_, directive) => {
  const service = parsed(
    `${oldClient}${method('make_cart')}\n${directive}\n${below(directive, other('make_cart') + other('more'))}`,
  );
  expect(service.operations.map(({ name }) => name)).toEqual(['MakeCart']);
  expect(pathsOf(service, operationOf(service, 'MakeCart').request)).toEqual(['Shop']);
});

test('a page of a resource adds nothing, and is no page that nobody knows', () => {
  const page = `:doc:\`Carts <../../carts>\` / Resource / Cart\n\n.. py:method:: Carts.Cart.make_cart(**kwargs)\n`;
  const { api, messages } = parseDocuments('reference-rst', [
    { name: 'carts.rst', text: oldClient + method('make_cart') },
    { name: 'carts/cart/make_cart.rst', text: page },
  ]);
  expect(api.services[0]?.operations).toHaveLength(1);
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([]);
});

test('an index that lists resources says nothing new of the client', () => {
  const index = `${oldClient}=========
Resources
=========

Resources are available in boto3 via the \`\`resource\`\` method. There is a guide to them.

The available resources are:

.. toctree::
  :maxdepth: 2
  :titlesonly:

  carts/service-resource/index
  carts/cart/index
`;
  const { api, messages } = parseDocuments('reference-rst', [{ name: 'carts.rst', text: index }]);
  expect(api.services[0]?.operations).toEqual([]);
  expect(messages.map(({ reason }) => reason)).toEqual([]);
});

test('what repeats and is shown by a syntax alone is of the type that the path tells, or of none', () => {
  const nested =
    oldClient +
    method('make_cart')
      .replace(
        "'CartUrl': 'string'",
        `'Shelves': [
                {
                    'Shelves': {'... recursive ...'},
                    'Bins': {'... recursive ...'}
                },
            ]`,
      )
      .replace(/\*\*Response Structure[\s\S]*/, '');
  const service = parsed(nested);
  const { response } = operationOf(service, 'MakeCart');
  const kinds = [...fieldsOf(service.shapes, response as string)].map(({ path, shape }) => [
    path,
    'of' in shape ? shape.of : shape.kind,
  ]);
  expect(kinds).toContainEqual(['Shelves[].Shelves', 'list']);
  expect(kinds.find(([path]) => path === 'Shelves[].Bins')).toEqual(['Shelves[].Bins', 'recursive']);
});
