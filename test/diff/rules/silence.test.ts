/** Silence is no removal: what a source does not show, or cannot state, is unknown. */
import { describe, expect, test } from 'vitest';
import { compareApis, compareServices, tsvLines } from '../../../src/diff/index.ts';
import type { Api, Service, ServiceChanges } from '../../../src/model/index.ts';
import { serviceOf } from './example-notation.ts';

const lines = (changes: ServiceChanges | undefined) =>
  changes === undefined ? [] : tsvLines([changes]).map((line) => line.split('\t').slice(1, 7).join(' '));
const service = (text: string) => serviceOf(text) as Service;
const api = (services: readonly Service[], complete: boolean): Api => ({ kind: 'api', services, complete });

describe('silence is no removal', () => {
  const shown = service('Op request A string optional');
  const partial: Service = { ...shown, facts: shown.facts.filter((fact) => fact !== 'all-operations') };

  test('an operation that a partial source does not show is unknown', () => {
    const more = service('Op request A string optional\nOther request A string optional');
    expect(compareServices(more, partial)).toBeUndefined();
    expect(compareServices(partial, more)).toBeUndefined();
  });

  test('a service that a folder does not show is unknown, and gone only from a whole source', () => {
    expect(compareApis(api([shown], false), api([], false))).toEqual([]);
    expect(compareApis(api([shown], true), api([], true)).flatMap((one) => lines(one))).toEqual([
      'service-removed     breaking',
    ]);
    expect(compareApis(api([], false), api([shown], true))).toEqual([]);
  });

  test('a request that a source left out is unknown', () => {
    const { request, ...operation } = shown.operations[0] as Service['operations'][number];
    expect(request).toBeTypeOf('string');
    expect(compareServices(shown, { ...shown, operations: [operation] })).toBeUndefined();
  });

  test('behind the end of a source that breaks off nothing is removed', () => {
    const longer = service('Op response A string\nOp response B string');
    const cut = service('Op response A string');
    const operations = cut.operations.map((operation) => ({ ...operation, partial: ['response' as const] }));
    expect(compareServices(longer, { ...cut, operations })).toBeUndefined();
    expect(compareServices({ ...cut, operations }, longer)).toBeUndefined();
    expect(lines(compareServices(longer, cut))).toEqual(['field-removed Op response B  breaking']);
  });

  test('values that a side which breaks off may have lost with its syntax are not removed', () => {
    const whole = service('Op response A string  X|Y');
    for (const text of ['Op response A string', 'Op response A string  X|Z']) {
      const cut = service(text);
      const operations = cut.operations.map((operation) => ({ ...operation, partial: ['response' as const] }));
      expect(lines(compareServices(whole, { ...cut, operations })).filter((line) => line.includes('removed'))).toEqual(
        [],
      );
      expect(lines(compareServices({ ...cut, operations }, whole)).filter((line) => line.includes('added'))).toEqual(
        [],
      );
      expect(lines(compareServices(whole, cut))).not.toEqual([]);
    }
  });

  test('what only one side can state is not compared', () => {
    const limited = service('Op request A string optional min=5');
    const documentation: Service = {
      ...service('Op request A string optional'),
      facts: ['all-operations', 'enums', 'fields', 'required', 'types'],
    };
    expect(compareServices(limited, documentation)).toBeUndefined();
  });
});
