/** Reference text: the version that it names, and what is known of a service that another one follows. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';

const service = (id: string, ...more: readonly string[]) => [
  'Client',
  '',
  `class ${id}.Client`,
  '',
  `A low-level client representing ${id}:`,
  '',
  `client = session.create_client('${id.toLowerCase()}')`,
  '',
  'These are the available methods:',
  '',
  ...more,
];
const read = (...lines: readonly string[]) =>
  parseDocuments('reference-text', [{ name: 'all.txt', text: [...lines, ''].join('\n') }]);

test('a document names its version in its first lines, or does not', () => {
  expect(read('botocore 1.1.10 documentation', '', ...service('Carts')).version).toBe('1.1.10');
  expect(read(...service('Carts')).version).toBeNull();
});

test('the first document that names a version tells it for all', () => {
  const text = (head: string, id: string) => [head, '', ...service(id)].join('\n');
  const { version } = parseDocuments('reference-text', [
    { name: 'a.txt', text: text('Words', 'Carts') },
    { name: 'b.txt', text: text('botocore 1.1.10 documentation', 'Horses') },
    { name: 'c.txt', text: text('botocore 1.1.9 documentation', 'Wheels') },
  ]);
  expect(version).toBe('1.1.10');
});

test('a service that another one follows states all of its paginators, and the last one may be cut off', () => {
  const known = (...lines: readonly string[]) =>
    read(...lines).api.services.map(({ id, facts, paginators = [] }) =>
      [id, facts.includes('paginators'), ...paginators.map(({ name }) => name)].join(' '),
    );
  expect(known(...service('Carts'), ...service('Horses'))).toEqual(['carts true', 'horses false']);
  expect(known(...service('Carts'), 'Paginators', '', 'class Carts.Paginator.ListWheels', '')).toEqual([
    'carts true ListWheels',
  ]);
});

test('the first field stands right under its heading, or after an empty line', () => {
  const fields = (...between: readonly string[]) => {
    const lines = [
      ...['make_cart(**kwargs)', '', 'Makes a cart.', '', 'Request Syntax', ''],
      ...['response = client.make_cart(', "    Shop='string',", "    Town='string'", ')', '', 'Parameters', ...between],
      ...['  • Shop (string) -- [REQUIRED]', '', '    The shop.', '', '  • Town (string) --', '', '    The town.', ''],
      ...['Returns', '', 'None', ''],
    ];
    const [made] = read(...service('Carts', ...lines)).api.services;
    const root = made?.shapes[made.operations[0]?.request ?? ''];
    return root?.kind === 'structure' ? root.members.map(({ name, required }) => `${name} ${required}`) : root;
  };
  expect(fields('')).toEqual(['Shop true', 'Town false']);
  expect(fields()).toEqual(['Shop true', 'Town false']);
});
