/** Models whose parts are JSON of another kind: every value of every file becomes every other kind of value, one at a time. */
import { expect, test } from 'vitest';
import { compareServices } from '../../../src/diff/index.ts';
import { pathLines } from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';

const files: Readonly<Record<string, unknown>> = {
  'service-2.json': {
    version: '2.0',
    metadata: {
      uid: 'tea-2020-01-01',
      serviceFullName: 'Tea',
      serviceId: 'Tea',
      apiVersion: '2020-01-01',
      protocols: ['json'],
    },
    documentation: '<p>Tea.</p>',
    operations: {
      Brew: {
        name: 'Brew',
        http: { method: 'POST', requestUri: '/' },
        input: { shape: 'Cup', locationName: 'x', xmlNamespace: { uri: 'u' } },
        output: { shape: 'Cup', resultWrapper: 'r' },
        errors: [{ shape: 'TooHot' }],
        documentation: '<p>Brews.</p>',
        deprecated: true,
        deprecatedMessage: 'm',
        auth: ['aws.auth#sigv4'],
        endpoint: { hostPrefix: 'x.' },
      },
    },
    shapes: {
      Cup: {
        type: 'structure',
        required: ['Leaf'],
        payload: 'Body',
        members: {
          Leaf: { shape: 'Leaf', location: 'header', locationName: 'l', documentation: '<p>A <code>leaf</code>.</p>' },
          Body: { shape: 'Body', streaming: true },
          Own: { shape: 'Leaf', enum: ['own'] },
          All: { shape: 'Leaves', idempotencyToken: true, deprecated: true },
          Notes: { shape: 'Notes' },
          When: { shape: 'When' },
        },
      },
      Leaf: { type: 'string', enum: ['black', 'green'], min: 1, max: 9, pattern: '[a-z]+', sensitive: true },
      Body: { type: 'blob' },
      Leaves: { type: 'list', member: { shape: 'Leaf', locationName: 'item' }, flattened: true },
      Notes: { type: 'map', key: { shape: 'Leaf' }, value: { shape: 'Leaves' } },
      When: { type: 'timestamp', timestampFormat: 'iso8601' },
      TooHot: {
        type: 'structure',
        members: { message: { shape: 'Leaf' } },
        error: { code: 'Hot', httpStatusCode: 400, senderFault: true },
        exception: true,
        fault: true,
        retryable: { throttling: true },
      },
    },
    clientContextParams: { UseKettle: { type: 'boolean', documentation: '<p>k</p>' } },
  },
  'paginators-1.json': {
    pagination: {
      Brew: {
        input_token: ['a', 'b'],
        output_token: 'b',
        result_key: ['c'],
        limit_key: 'd',
        more_results: 'e',
        non_aggregate_keys: ['f'],
      },
    },
  },
  'waiters-2.json': {
    version: 2,
    waiters: {
      TeaReady: {
        operation: 'Brew',
        delay: 5,
        maxAttempts: 3,
        description: 'w',
        acceptors: [{ matcher: 'path', argument: 'a', expected: true, state: 'success' }],
      },
    },
  },
  'examples-1.json': {
    version: '1.0',
    examples: {
      Brew: [
        {
          id: 'i',
          title: 't',
          description: 'd',
          input: { Leaf: 'black', All: ['green'], Notes: { a: ['b'] }, When: '2020-01-01T00:00:00Z', N: 1.0 },
          output: { Leaf: 'green' },
          comments: { input: { Leaf: 'c' }, output: { Leaf: 'c' } },
        },
      ],
    },
  },
  'endpoint-rule-set-1.json': {
    version: '1.0',
    parameters: { Region: { builtIn: 'AWS::Region', required: false, documentation: 'r', type: 'String' } },
    rules: [{ conditions: [{ fn: 'isSet', argv: [{ ref: 'Region' }] }], endpoint: { url: 'u' }, type: 'endpoint' }],
  },
  'service-2.sdk-extras.json': { version: 1, merge: { shapes: { Leaf: { documentation: '<p>more</p>' } } } },
};

const odd: readonly unknown[] = [
  null,
  1,
  true,
  '',
  'Leaf',
  'toString',
  '__proto__',
  [],
  [null],
  {},
  { shape: 'Body' },
  { a: null },
];

type Way = readonly (string | number)[];

/** The ways to every value inside of a value, itself first. */
function* waysOf(value: unknown, way: Way = []): Generator<Way> {
  yield way;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* waysOf(inner, [...way, key]);
}

function withOdd(value: unknown, [key, ...rest]: Way, other: unknown): unknown {
  if (key === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = withOdd((value as Record<string, unknown>)[key], rest, other);
  return copy;
}

/** The value without what stands there. */
function without(value: unknown, [key, ...rest]: Way): unknown {
  if (Array.isArray(value))
    return rest.length === 0
      ? value.toSpliced(Number(key), 1)
      : value.with(Number(key), without(value[Number(key)], rest));
  const { [String(key)]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [String(key)]: without(inner, rest) };
}

function read(changed: Readonly<Record<string, unknown>>) {
  const documents = Object.entries(changed).map(([name, value]) => ({ name, text: JSON.stringify(value) }));
  return parseDocuments('service-model', documents, { service: 'tea' });
}

const whole = read(files).api.services[0];

test.each(Object.keys(files))('every value of %s', (name) => {
  expect(read(files).messages.map(String)).toEqual([]);
  let unlike = 0;
  for (const way of waysOf(files[name])) {
    for (const other of odd) {
      const of = `${JSON.stringify(other)} at ${way.join('.')}`;
      try {
        const { api, messages } = read({ ...files, [name]: withOdd(files[name], way, other) });
        const [service] = api.services;
        if (service === undefined) {
          expect(messages.length, of).toBeGreaterThan(0);
          continue;
        }
        expect(JSON.parse(JSON.stringify(service)), of).toEqual(service);
        pathLines(service);
        const changes = compareServices(whole, service, { documentation: true });
        compareServices(service, whole, { documentation: true });
        if (changes !== undefined) unlike++;
      } catch (error) {
        throw new Error(`${of}: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  }
  expect(unlike).toBeGreaterThan(10);
});

test.each(Object.keys(files))('what stands in %s and is not read is told', (name) => {
  const silent: string[] = [];
  for (const way of waysOf(files[name])) {
    if (way.length === 0) continue;
    const gone = JSON.stringify(read({ ...files, [name]: without(files[name], way) }).api);
    // Nobody reads it; and a comment on a value that is not there has no place.
    if (gone === JSON.stringify(read(files).api)) continue;
    for (const other of [7, true, 'no', ['no'], ...(way.includes('comments') ? [] : [{ no: 'no' }])]) {
      const { api, messages } = read({ ...files, [name]: withOdd(files[name], way, other) });
      if (messages.length === 0 && JSON.stringify(api) === gone)
        silent.push(`${way.join('.')}: ${JSON.stringify(other)}`);
    }
  }
  expect(silent).toEqual([]);
});

test.each([
  [
    'members that are no object',
    (model: OddModel) => Object.assign(model.shapes.In as object, { members: 'abc' }),
    /members of `In`/,
  ],
  ['an operation that is null', (model: OddModel) => Object.assign(model.operations, { Put: null }), /operation `Put`/],
  [
    'values that are no text',
    (model: OddModel) => Object.assign(model.shapes, { Kind: { type: 'string', enum: ['a', 1, null] } }),
    /values of `Kind`/,
  ],
  [
    'a title that is no text',
    (model: OddModel) => Object.assign(model.metadata, { serviceFullName: {} }),
    /`metadata\.serviceFullName`/,
  ],
  [
    'a version that is no text',
    (model: OddModel) => Object.assign(model.metadata, { apiVersion: 5 }),
    /`metadata\.apiVersion`/,
  ],
])('%s: a message', (_, change, words) => {
  const model: OddModel = {
    metadata: { serviceFullName: 'Odd', apiVersion: '2020-01-01' },
    operations: { Put: { name: 'Put', input: { shape: 'In' } } },
    shapes: { In: { type: 'structure', members: { A: { shape: 'Kind' } } }, Kind: { type: 'string' } },
  };
  change(model);
  const { messages } = parseDocuments('service-model', [{ name: 'odd.json', text: JSON.stringify(model) }], {
    service: 'odd',
  });
  expect(messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([expect.stringMatching(words)]);
});

test('a type that nobody knows, and one that is nowhere, is unknown: nothing in it came or went', () => {
  const modelOf = (thing: unknown) => ({
    metadata: { serviceFullName: 'Odd', apiVersion: '2020-01-01' },
    operations: { Put: { name: 'Put', input: { shape: 'In' }, output: { shape: 'Thing' } } },
    shapes: {
      In: { type: 'structure', members: { A: { shape: 'Thing' } } },
      ...(thing === undefined ? {} : { Thing: thing }),
      Text: { type: 'string' },
    },
  });
  const readThing = (thing: unknown) => {
    const documents = [{ name: 'odd.json', text: JSON.stringify(modelOf(thing)) }];
    const { api, messages } = parseDocuments('service-model', documents, { service: 'odd' });
    return { service: api.services[0], said: messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`) };
  };
  const known = ['structure', 'string', 'list'].map(
    (type) => readThing({ type, members: { B: { shape: 'Text' } }, member: { shape: 'Text' } }).service,
  );
  for (const thing of [{ type: 'tensor' }, { type: 7 }, {}, 'structure', undefined]) {
    const { service, said } = readThing(thing);
    expect(said.length).toBeGreaterThan(0);
    for (const one of said) expect(one).toMatch(/^dangling-reference .*Thing/);
    expect(service?.shapes.Thing).toEqual({ kind: 'recursive' });
    for (const other of known) {
      expect(compareServices(service, other)).toBeUndefined();
      expect(compareServices(other, service)).toBeUndefined();
    }
    expect(pathLines(service as NonNullable<typeof service>)).toEqual(['odd\tPut\trequest\tA\t\toptional\t']);
  }
});

interface OddModel {
  readonly metadata: Record<string, unknown>;
  readonly operations: Record<string, unknown>;
  readonly shapes: Record<string, unknown>;
}
