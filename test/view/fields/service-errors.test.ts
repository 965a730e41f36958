/** The errors of a service: what each says, who raises it, and from how many operations on it is only counted. */
import { expect, test } from 'vitest';
import type { Shape } from '../../../src/model/index.ts';
import type { OperationState, ServiceState } from '../../../src/store/types.ts';
import { serviceErrors } from '../../../src/view/fields/service-errors.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');
const elb = site.store.service('elbv2') as ServiceState;
const [first] = elb.operations as [OperationState];

const removedIn = { id: '2.0.0', version: '2.0.0', date: null } as OperationState['removedIn'];

/** An operation that raises these errors. */
function raising(name: string, errors: readonly string[], more: Partial<OperationState> = {}): OperationState {
  const documentation = [
    { type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'The cup is hot. Wait.' }] },
  ];
  const shapes: Record<string, Shape> = { TooHot: { kind: 'structure', members: [], error: {}, documentation } };
  const operation = { ...first.operation, name, errors: errors.map((error) => ({ name: error, target: error })) };
  return { ...first, removedIn: null, shapes, operation, ...more };
}

function errorsOf(operations: readonly OperationState[], names = ['TooHot', 'Empty']) {
  const service = { ...elb, operations, errors: names.map((name) => ({ name })) };
  return serviceErrors(site, service).map(({ anchor, summary, operations: by, raised }) => ({
    anchor,
    summary,
    by: by.map(({ name, url }) => `${name} ${url}`),
    raised,
  }));
}

const cups = (count: number) => Array.from({ length: count }, (_, at) => raising(`Drink${at}`, ['TooHot', 'TooHot']));

test('an error has its first sentence, and a link to each operation that raises it', () => {
  expect(errorsOf([raising('Drink', ['TooHot']), raising('Pour', ['TooHot', 'Empty']), raising('Wash', [])])).toEqual([
    {
      anchor: 'error.TooHot',
      summary: 'The cup is hot.',
      by: ['Drink /docs/services/elbv2/Drink/', 'Pour /docs/services/elbv2/Pour/'],
      raised: null,
    },
    { anchor: 'error.Empty', summary: '', by: ['Pour /docs/services/elbv2/Pour/'], raised: null },
  ]);
});

test('ten operations are named, more are counted', () => {
  const [ten] = errorsOf([...cups(10), raising('Wash', [])]);
  expect([ten?.by.length, ten?.raised]).toEqual([10, null]);
  const [eleven] = errorsOf([...cups(11), raising('Wash', [])]);
  expect([eleven?.by, eleven?.raised, eleven?.summary]).toEqual([[], 'by 11 operations', 'The cup is hot.']);
  expect(errorsOf(cups(11))[0]?.raised).toBe('by all 11 operations');
});

test('an error that no operation declares is only a name', () => {
  expect(errorsOf([raising('Wash', [])], ['Empty'])).toEqual([
    { anchor: 'error.Empty', summary: '', by: [], raised: null },
  ]);
});

test('a removed operation raises nothing any more, unless the whole service is gone', () => {
  const gone = raising('Drink', ['TooHot'], { removedIn });
  expect(errorsOf([gone, raising('Wash', [])], ['TooHot'])[0]?.by).toEqual([]);
  expect(errorsOf([gone], ['TooHot'])[0]?.by).toEqual(['Drink /docs/services/elbv2/Drink/']);
});
