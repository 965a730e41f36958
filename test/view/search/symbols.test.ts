/** The names of a service for the search: each once, with the number of its operations and its best place. */
import { expect, test } from 'vitest';
import type { Service, Shape } from '../../../src/model/index.ts';
import type { ServiceState } from '../../../src/store/types.ts';
import { serviceRows } from '../../../src/view/search/search-rows.ts';
import { symbolsOf } from '../../../src/view/search/symbols.ts';
import { modelsSite } from '../../search/models-site.ts';

const to = (name: string, target: string) => ({ name, target });
const structure = (...members: readonly ReturnType<typeof to>[]): Shape => ({ kind: 'structure', members });

const ask = { nameOrigin: 'stated', request: null, response: null, errors: [] } as const;

function serviceOf(operations: readonly Partial<Service['operations'][number]>[], shapes: Service['shapes']): Service {
  return {
    ...{ kind: 'service', id: 'tiny', title: 'Tiny', facts: ['errors', 'fields'], shapes, waiters: [], paginators: [] },
    operations: operations.map(({ name = '', ...rest }) => ({ ...ask, name, sdkName: name, ...rest })),
  };
}

function stateOf(service: Service): ServiceState {
  const state = modelsSite([service]).store.service('tiny');
  if (state === null) throw new Error('no state');
  return state;
}

/** `field Port 2 CreateThing >Ports[]`. */
function told(state: ServiceState): readonly string[] {
  return symbolsOf(state).map(({ kind, name, uses, place: { operation, direction, path } }) =>
    [kind, name, uses, operation ?? '-', `${direction === 'request' ? '>' : '<'}${path}`].join(' '),
  );
}

const shapes: Service['shapes'] = {
  Text: { kind: 'string' },
  Mode: { kind: 'string', enum: ['fast', 'slow'] },
  Thing: structure(to('Name', 'Text'), to('Mode', 'Mode')),
  Things: { kind: 'list', member: to('', 'Thing') },
  MakeRequest: structure(to('Things', 'Things')),
  ShowResponse: structure(to('Thing', 'Thing'), to('Name', 'Text')),
  '~1': structure(to('Token', 'Text')),
  Late: structure(to('Message', 'Text')),
};

test('fields, values and shapes have the place that is nearest to the top, and that of a request before a response', () => {
  const state = stateOf(
    serviceOf(
      [
        { name: 'ShowThing', request: '~1', response: 'ShowResponse' },
        { name: 'MakeThing', request: 'MakeRequest', response: 'MakeRequest' },
      ],
      shapes,
    ),
  );
  expect(told(state)).toEqual([
    'field Mode 2 ShowThing <Thing.Mode',
    'field Name 2 ShowThing <Name',
    'field Thing 1 ShowThing <Thing',
    'field Things 1 MakeThing >Things',
    'field Token 1 ShowThing >Token',
    'value fast 2 ShowThing <Thing.Mode',
    'value slow 2 ShowThing <Thing.Mode',
    'shape MakeRequest 1 MakeThing >',
    'shape Mode 2 ShowThing <Thing.Mode',
    'shape ShowResponse 1 ShowThing <',
    'shape Thing 2 ShowThing <Thing',
  ]);
});

test('of equal places that of an operation which sets the field is the best, in any order', () => {
  const operations = ['ListThings', 'CreateThing', 'PutThing', 'GetThing'].map((name) => ({ name, request: 'Thing' }));
  for (const some of [operations, operations.toReversed()])
    expect(told(stateOf(serviceOf(some, shapes)))[0]).toBe('field Mode 4 PutThing >Mode');
});

test('an error is a shape with the number of operations that answer with it, but where a response has it, it is shown there', () => {
  const late = [{ name: 'Late', target: 'Late' }];
  const state = stateOf(
    serviceOf(
      [
        { name: 'A', errors: late },
        { name: 'B', errors: [...late, { name: 'Held', target: 'Thing' }] },
        { name: 'C', response: 'Late' },
      ],
      { ...shapes, Held: structure() },
    ),
  );
  expect(told(state)).toEqual(['field Message 1 C <Message', 'shape Held 1 - <Held', 'shape Late 1 C <']);
});

test('what only a removed operation has is not found', () => {
  const state = stateOf(
    serviceOf([{ name: 'A', request: 'Thing', errors: [{ name: 'Late', target: 'Late' }] }], shapes),
  );
  const operations = state.operations.map((one) => ({ ...one, removedIn: state.asOf }));
  expect(told({ ...state, operations })).toEqual([]);
});

test('a service that is gone has no rows', () => {
  const site = modelsSite([serviceOf([{ name: 'A', request: 'Thing' }], shapes)]);
  expect(serviceRows(site, 'tiny')?.rows.map(({ name }) => name)).toEqual(['Mode', 'Name', 'Thing', 'fast', 'slow']);
  const [summary] = site.store.services();
  if (summary === undefined) throw new Error('no service');
  const gone = { ...site.store, services: () => [{ ...summary, removedIn: site.store.releases()[0] ?? null }] };
  expect(serviceRows({ ...site, store: gone }, 'tiny')).toBeNull();
  expect(serviceRows(site, 'other')).toBeNull();
});
