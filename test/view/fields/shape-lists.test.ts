/** Tests the lists of shapes: every shape is on one, each letter has one, and "used by" leaves nothing out. */
import { expect, test } from 'vitest';
import type { Shape } from '../../../src/model/index.ts';
import type { ServiceState } from '../../../src/store/types.ts';
import { shapeLists, shapeListUrl } from '../../../src/view/fields/shape-lists.ts';
import { useRows } from '../../../src/view/fields/shape-use-rows.ts';
import { shapeListPage, shapesPage } from '../../../src/view/pages/shape-list-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { counted } from '../../../src/view/site/words.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite();
const elb = site.store.service('elbv2') as ServiceState;

/** All shapes of a list, those last that are folded. */
function shapesOf(letter: string) {
  const { shapes, wrappers } = shapeListPage(site, 'elbv2', letter);
  return [...shapes, ...(wrappers?.shapes ?? [])];
}

/** A service whose request leads to shapes of these names. */
function serviceOf(names: readonly string[], memberCount = 1): ServiceState {
  const [first] = elb.operations;
  if (first === undefined) throw new Error('expected the fixture');
  const members = Array.from({ length: memberCount }, (_, index) => ({ name: `Member${index}`, target: 'Text' }));
  const named = Object.fromEntries(names.map((name): [string, Shape] => [name, { kind: 'structure', members }]));
  const root: Shape = { kind: 'structure', members: names.map((name) => ({ name, target: name })) };
  const shapes = { ...named, '~root': root, Text: { kind: 'string' } } satisfies Record<string, Shape>;
  const operation = { ...first.operation, errors: [], request: '~root', response: null };
  return { ...elb, operations: [{ ...first, operation, shapes }] };
}

test('every structure, union and enum is on the list of its letter', () => {
  const page = shapesPage(site, 'elbv2');
  expect(page.letters.map(({ label, count }) => `${label} ${count}`)).toEqual([
    ...['A 2', 'C 4', 'E 2', 'F 3', 'H 2', 'L 3', 'P 1', 'R 2', 'S 2', 'T 2'],
  ]);
  const [, named] = page.letters;
  expect(named?.names[0]).toEqual({ name: 'Certificate', url: '/services/elbv2/shapes/C/#Certificate' });
  expect(named?.names).toHaveLength(4);
  const [certificate, chunk, input] = shapesOf('C');
  expect([certificate?.name, certificate?.anchor, certificate?.kind]).toEqual([
    'Certificate',
    'Certificate',
    'structure',
  ]);
  expect(certificate?.members).toEqual([
    { name: 'CertificateArn', type: 'string', odd: null, required: false, summary: 'The certificate.' },
  ]);
  expect([chunk?.name, input?.name]).toEqual(['Chunk', 'CreateListenerInput']);
  const values = shapeListPage(site, 'elbv2', 'P').shapes[0];
  expect([values?.kind, values?.values.length]).toEqual(['enum', 9]);
  // Its own page has all of it.
  expect(shapeListPage(site, 'elbv2', 'L').shapes.map(({ name, kind, url }) => [name, kind, url])).toEqual([
    ['Large', 'structure', '/services/elbv2/shapes/Large/'],
    ['Listener', 'structure', null],
    ['ListenerNotFound', 'error', null],
  ]);
});

test('a text type without values is on no list', () => {
  const service = serviceOf(['Cup']);
  const [state] = service.operations as [ServiceState['operations'][number]];
  const root: Shape = {
    kind: 'structure',
    members: ['Cup', 'Kind', 'Word'].map((name) => ({ name, target: name })),
  };
  const shapes = {
    ...state.shapes,
    '~root': root,
    Kind: { kind: 'string', enum: ['green'] },
    Word: { kind: 'string', enum: [] },
  } satisfies Record<string, Shape>;
  const lists = shapeLists(new Memory(), { ...service, operations: [{ ...state, shapes }] });
  expect([...lists.keys()]).toEqual(['C', 'K']);
});

test('used by is complete: every operation, in the request and in the response', () => {
  expect(
    useRows(site, elb, 'Action').map(({ operation, request, response }) => [operation, request?.path, response?.path]),
  ).toEqual([
    ['CreateListener', 'DefaultActions[]', 'Listeners[].DefaultActions[]'],
    ['ModifyListener', 'DefaultActions[]', 'Listeners[].DefaultActions[]'],
  ]);
  expect(useRows(site, elb, 'ListenerNotFound')).toEqual([
    {
      ...{ operation: 'CreateListener', url: '/services/elbv2/CreateListener/', request: null, response: null },
      error: { path: '', url: '/services/elbv2/CreateListener/#errors' },
    },
  ]);
  expect(useRows(site, elb, 'CreateListenerInput')[0]?.request).toEqual({
    ...{ path: '', url: '/services/elbv2/CreateListener/#request' },
  });
});

test('a letter that is too long is split by the next letters that tell names apart, and keeps a page with every name', () => {
  const names = Array.from({ length: 60 }, (_, index) => `Describe${index % 2 === 0 ? 'Tea' : 'Cup'}${index}`);
  const service = serviceOf(['De', ...names, 'Other'], 16);
  const memory = new Memory();
  const lists = shapeLists(memory, service);
  expect([...lists.values()].map(({ beginning, parts }) => `${beginning}: ${parts.join(' ')}`)).toEqual([
    'D: De_ Des',
    'De_: ',
    'Des: Describec Describet',
    'Describec: ',
    'Describet: ',
    'O: ',
  ]);
  // A label is written as the names are.
  expect([...lists.values()].map(({ label }) => label)).toEqual(['D', 'De_', 'Des', 'DescribeC', 'DescribeT', 'O']);
  const inLeaves = [...lists.values()].flatMap(({ parts, shapes }) =>
    parts.length > 0 ? [] : shapes.map(({ name }) => name),
  );
  expect(inLeaves.toSorted()).toEqual(['De', ...names, 'Other'].toSorted());
  expect(shapeListUrl({ ...site, memory }, service, 'DescribeTea0')).toBe(
    '/services/elbv2/shapes/Describet/#DescribeTea0',
  );
  const store: typeof site.store = { ...site.store, service: () => service };
  const page = shapeListPage({ ...site, store, memory: new Memory() }, 'elbv2', 'Des');
  expect([page.shapes.length, page.names.length, page.names[0]?.anchor]).toEqual([0, 60, 'DescribeCup1']);
});

test('a letter is split by the very next one where that tells names apart', () => {
  const names = Array.from({ length: 60 }, (_, index) => `${index % 2 === 0 ? 'Tea' : 'Cup'}${index}`);
  const lists = shapeLists(
    new Memory(),
    serviceOf(
      names.map((name) => `T${name.toLowerCase()}`),
      16,
    ),
  );
  expect([...lists.keys()]).toEqual(['T', 'Tc', 'Tt']);
});

test('names that differ in case only stand together, and signs have a list, too', () => {
  const lists = shapeLists(new Memory(), serviceOf(['evil', 'EVIL', '$odd', '🦔']));
  expect([...lists.values()].map(({ beginning, shapes }) => [beginning, shapes.map(({ name }) => name)])).toEqual([
    ['E', ['EVIL', 'evil']],
    ['_', ['$odd', '🦔']],
  ]);
});

test('a type with signs, other letters or a small letter has its link on the page, others have it from a script', () => {
  const service = serviceOf(['Cup', 'Dot.Cup', 'Éa', 'lowerCup']);
  const [state] = service.operations as [ServiceState['operations'][number]];
  const member = (name: string, target = name) => ({ name, target });
  const shapes = {
    ...state.shapes,
    Cup: {
      kind: 'structure',
      members: [member('Cup'), member('Dot.Cup'), member('Éa', 'list'), member('lowerCup', 'map'), member('Text')],
    },
    list: { kind: 'list', member: member('', 'Éa') },
    map: { kind: 'map', key: member('', 'Text'), value: member('', 'lowerCup') },
  } satisfies Record<string, Shape>;
  const store: typeof site.store = {
    ...site.store,
    service: () => ({ ...service, operations: [{ ...state, shapes }] }),
  };
  const [cup] = shapeListPage({ ...site, store, memory: new Memory() }, 'elbv2', 'C').shapes;
  expect(cup?.members.map(({ type, odd }) => [type, odd?.url])).toEqual([
    ['Cup', undefined],
    ['Dot.Cup', '/services/elbv2/shapes/D/#Dot.Cup'],
    ['list of Éa', '/services/elbv2/shapes/_/#shape.Éa'],
    ['map of string to lowerCup', '/services/elbv2/shapes/L/#shape.lowerCup'],
    ['string', undefined],
  ]);
});

test('a shape that only wraps the request or response of one operation is told by the operation', () => {
  const wraps = (letter: string) => shapesOf(letter).map(({ name, wraps: own }) => [name, own]);
  expect(wraps('S')).toEqual([
    ['SearchInput', { operation: 'Search', side: 'request', url: '/services/elbv2/Search/#request' }],
    ['SearchOutput', { operation: 'Search', side: 'response', url: '/services/elbv2/Search/#response' }],
  ]);
  // Where all are listed it is only counted.
  const { letters, note } = shapesPage(site, 'elbv2');
  expect(letters.find(({ label }) => label === 'S')).toMatchObject({ count: 2, names: [] });
  const named = letters.reduce((sum, { names }) => sum + names.length, 0);
  expect(note).toBe(`Not named here: ${23 - named} that are the request or the response of one operation.`);
  // On the page of the letter they are folded, and open only where there is nothing else; its number is of both.
  const folds = letters.map(({ label, count, names }) => {
    const { wrappers, shapes, ...list } = shapeListPage(site, 'elbv2', label);
    expect(shapes.map(({ name }) => name)).toEqual(names.map(({ name }) => name));
    expect(list.count).toBe(counted(count, 'shape'));
    expect(wrappers?.shapes.length ?? 0).toBe(count - names.length);
    return [label, wrappers?.title, wrappers?.isOpen];
  });
  expect(folds).toContainEqual(['S', '2 that are the request or the response of one operation', true]);
  expect(folds.filter(([, title]) => title === undefined)).not.toEqual([]);
  // Of two operations, inside of a request, an error.
  const others = ['C', 'F', 'L'].flatMap(wraps);
  expect(others.map(([name]) => name)).toEqual(
    expect.arrayContaining(['CreateListenerInput', 'Filter', 'ListenerNotFound']),
  );
  expect(others.filter(([, own]) => own !== null)).toEqual([]);
});
