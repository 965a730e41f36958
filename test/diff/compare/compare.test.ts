/** What the differ reports once, what it does not report, and how places are joined. */
import { describe, expect, test } from 'vitest';
import { compareServices, tsvLines } from '../../../src/diff/index.ts';
import type { Service, ServiceChanges, Shape } from '../../../src/model/index.ts';
import { serviceOf } from '../rules/example-notation.ts';

const lines = (changes: ServiceChanges | undefined) =>
  changes === undefined ? [] : tsvLines([changes]).map((line) => line.split('\t').slice(1, 7).join(' '));
const service = (text: string) => serviceOf(text) as Service;

describe('one change, reported once', () => {
  test('a new structure is one field, not one for each thing inside', () => {
    const before = service('Op request A string optional');
    const after = service(
      'Op request A string optional\nOp request B structure optional\nOp request B.C string required\nOp request B.D string optional X|Y',
    );
    expect(lines(compareServices(before, after))).toEqual(['field-added Op request B  safe']);
  });

  test('a type change is not also a removal and an addition', () => {
    const before = service('Op request A structure optional\nOp request A.B string optional');
    const after = service('Op request A string optional');
    expect(lines(compareServices(before, after))).toEqual(['type-changed Op request A structure>string breaking']);
  });

  test('a plain string that becomes an enum is one change, however many values', () => {
    const found = compareServices(
      service('Op request A string optional'),
      service('Op request A string optional X|Y|Z'),
    );
    expect(lines(found)).toEqual(['enum-added Op request A  breaking']);
  });
});

describe('places', () => {
  /** Two operations that share a structure with an enum, in both directions. */
  const shared = (values: readonly string[]): Service => {
    const shapes: Record<string, Shape> = {
      Protocol: { kind: 'string', enum: values },
      Target: { kind: 'structure', members: [{ name: 'Protocol', target: 'Protocol', required: false }] },
      Targets: { kind: 'list', member: { name: '', target: 'Target' } },
      In: { kind: 'structure', members: [{ name: 'Targets', target: 'Targets', required: false }] },
      Out: { kind: 'structure', members: [{ name: 'Target', target: 'Target' }] },
    };
    const operation = (name: string) => ({
      name,
      nameOrigin: 'stated' as const,
      sdkName: name.toLowerCase(),
      request: 'In',
      response: 'Out',
      errors: [],
    });
    return { ...service('Op request A string optional'), operations: [operation('Add'), operation('Drop')], shapes };
  };

  test('a change of a shape is one change with every place that it reaches, each judged by its direction', () => {
    const found = compareServices(shared(['TCP']), shared(['TCP', 'QUIC']));
    expect(found?.changes).toHaveLength(1);
    const [change] = found?.changes ?? [];
    expect(change).toMatchObject({ kind: 'enum-value-added', value: 'QUIC', shape: 'Protocol', severity: 'dangerous' });
    expect(
      change?.places.map(({ operation, direction, path, severity }) =>
        [operation, direction, path, severity].join(' '),
      ),
    ).toEqual([
      'Add request Targets[].Protocol safe',
      'Add response Target.Protocol dangerous',
      'Drop request Targets[].Protocol safe',
      'Drop response Target.Protocol dangerous',
    ]);
  });

  test('the key is made from what changed and where, and stays when the value of another changes', () => {
    const one = compareServices(shared(['TCP']), shared(['TCP', 'QUIC']))?.changes[0]?.key;
    const two = compareServices(shared(['TCP']), shared(['TCP', 'QUIC', 'UDP']))?.changes.map(({ key }) => key) ?? [];
    expect(one).toMatch(/^[0-9a-f]{12}$/);
    expect(two).toContain(one);
    expect(new Set(two).size).toBe(2);
  });

  test('where a shape repeats on itself the path ends', () => {
    const tree = (more: readonly string[]): Service => ({
      ...service('Op request A string optional'),
      operations: [{ name: 'Put', nameOrigin: 'stated', sdkName: 'put', request: 'In', response: null, errors: [] }],
      shapes: {
        In: { kind: 'structure', members: [{ name: 'Node', target: 'Node', required: false }] },
        Node: {
          kind: 'structure',
          members: [
            { name: 'Children', target: 'Nodes', required: false },
            ...more.map((name) => ({ name, target: 'String', required: false })),
          ],
        },
        Nodes: { kind: 'list', member: { name: '', target: 'Node' } },
        String: { kind: 'string' },
      },
    });
    expect(lines(compareServices(tree([]), tree(['Label'])))).toEqual(['field-added Put request Node.Label  safe']);
  });

  test('of very many places the shortest are listed, and the others counted', () => {
    const wide = (values: readonly string[]): Service => {
      const names = Array.from({ length: 30 }, (_, index) => `F${index}`);
      return {
        ...service('Op request A string optional'),
        operations: [{ name: 'Put', nameOrigin: 'stated', sdkName: 'put', request: 'L0', response: null, errors: [] }],
        shapes: {
          L0: { kind: 'structure', members: names.map((name) => ({ name, target: 'L1', required: false })) },
          L1: { kind: 'structure', members: names.map((name) => ({ name, target: 'L2', required: false })) },
          L2: { kind: 'structure', members: [...names.map((name) => ({ name, target: 'E', required: false }))] },
          E: { kind: 'string', enum: values },
        },
      };
    };
    const [change] = compareServices(wide(['A']), wide(['A', 'B']))?.changes ?? [];
    expect(change?.places).toHaveLength(1000);
    expect(change?.unlisted).toBe(26_000);
  });
});

describe('shapes', () => {
  const base = service('Op request A string optional');
  const withShapes = (shapes: Record<string, Shape>): Service => ({
    ...base,
    operations: [
      {
        name: 'Put',
        nameOrigin: 'stated',
        sdkName: 'put',
        request: Object.keys(shapes)[0] as string,
        response: null,
        errors: [],
      },
    ],
    shapes,
  });
  const text: Shape = { kind: 'string' };
  const root = (target: string): Shape => ({ kind: 'structure', members: [{ name: 'A', target, required: false }] });

  test('another name for the same structure is no change', () => {
    const before = withShapes({ In: root('Old'), Old: root('Text'), Text: text });
    const after = withShapes({ Request: root('New'), New: root('String'), String: text });
    expect(compareServices(before, after)?.changes).toEqual([]);
  });

  test('keys and values of maps, and items of lists, have types of their own', () => {
    const map = (key: string, value: string): Shape => ({
      kind: 'map',
      key: { name: '', target: key },
      value: { name: '', target: value },
    });
    const number: Shape = { kind: 'integer' };
    const list = (target: string): Shape => ({ kind: 'list', member: { name: '', target } });
    const shapes = (key: string, value: string, item: string) =>
      withShapes({
        In: {
          kind: 'structure',
          members: [
            { name: 'L', target: 'L', required: false },
            { name: 'M', target: 'M', required: false },
          ],
        },
        L: list(item),
        M: map(key, value),
        Number: number,
        Text: text,
      });
    expect(lines(compareServices(shapes('Text', 'Text', 'Text'), shapes('Number', 'Number', 'Number')))).toEqual([
      'type-changed Put request L[] string>integer breaking',
      'type-changed Put request M{key} string>integer breaking',
      'type-changed Put request M{} string>integer breaking',
    ]);
  });

  test('traits of items and of fields are told at their places, and none where one only moved to its shape', () => {
    const before = withShapes({
      In: root('List'),
      List: { kind: 'list', member: { name: '', target: 'Text', wire: { locationName: 'item' } } },
      Text: text,
    });
    const after = withShapes({
      In: root('List'),
      List: { kind: 'list', member: { name: '', target: 'Text', wire: { locationName: 'member' } } },
      Text: text,
    });
    expect(lines(compareServices(before, after))).toEqual([
      'wire-name-changed Put request A[] locationName item>member breaking',
    ]);
    const atField = withShapes({
      In: {
        kind: 'structure',
        members: [{ name: 'A', target: 'Text', required: false, wire: { timestampFormat: 'iso8601' } }],
      },
      Text: { ...text, wire: { timestampFormat: 'iso8601' } },
    });
    const atShape = withShapes({ In: root('Text'), Text: { ...text, wire: { timestampFormat: 'iso8601' } } });
    expect(compareServices(atField, atShape)).toMatchObject({ changes: [], noEffect: [{ path: 'A' }] });
  });

  test('an output that an operation gains is told field by field, and one without fields not at all', () => {
    const none = withShapes({ In: root('Text'), Text: text });
    const gained = (members: number): Service => ({
      ...none,
      operations: none.operations.map((operation) => ({ ...operation, response: 'Out' })),
      shapes: {
        ...none.shapes,
        Out: { kind: 'structure', members: [{ name: 'B', target: 'Text' }].slice(0, members) },
      },
    });
    expect(lines(compareServices(none, gained(1)))).toEqual(['field-added Put response B  safe']);
    expect(compareServices(none, gained(0))).toBeUndefined();
  });
});

test('the field of an error is one change, with every operation that the error belongs to', () => {
  const before = service('One error TooMany Limit integer\nTwo error TooMany');
  const after = service('One error TooMany Limit integer\nOne error TooMany Used integer\nTwo error TooMany');
  const [change, ...others] = compareServices(before, after)?.changes ?? [];
  expect(others).toEqual([]);
  expect(change).toMatchObject({ kind: 'error-field-added', value: 'TooMany', severity: 'safe' });
  expect(change?.places.map(({ operation, direction, path }) => [operation, direction, path])).toEqual([
    ['One', null, 'Used'],
    ['Two', null, 'Used'],
  ]);
});

test('very long and very deep shapes, and fields named like parts of objects, are no problem', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
  const odd = (more: readonly string[]) =>
    service(['Op request A string optional', ...more.map((name) => `Op request ${name} string optional`)].join('\n'));
  expect(lines(compareServices(odd([]), odd(names)))).toHaveLength(names.length);
  const deep = (last: string): Service => {
    const shapes: Record<string, Shape> = { End: { kind: last as 'string' } };
    for (let level = 0; level < 3000; level++)
      shapes[`L${level}`] = {
        kind: 'structure',
        members: [{ name: 'a', target: level === 2999 ? 'End' : `L${level + 1}`, required: false }],
      };
    return {
      ...service('Op request A string optional'),
      operations: [{ name: 'Put', nameOrigin: 'stated', sdkName: 'put', request: 'L0', response: null, errors: [] }],
      shapes,
    };
  };
  expect(lines(compareServices(deep('string'), deep('integer')))).toHaveLength(1);
});

test('a change that more paths lead to than anyone can follow has a place', () => {
  const shapes = (end: 'string' | 'integer'): Service['shapes'] => ({
    ...Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `S${at}`,
        { kind: 'structure', members: ['A', 'B'].map((name) => ({ name, target: at < 39 ? `S${at + 1}` : 'Leaf' })) },
      ]),
    ),
    Leaf: { kind: end },
  });
  const base = service('Op request A string optional');
  const of = (end: 'string' | 'integer'): Service => ({
    ...base,
    operations: base.operations.map((operation) => ({ ...operation, request: 'S0' })),
    shapes: shapes(end),
  });
  const found = lines(compareServices(of('string'), of('integer')));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^type-changed Op request A(?:\.[AB]){39}/);
});
