/** What a service model has beside operations and shapes: settings of clients, rules of endpoints, paginators, errors. */
import { describe, expect, test } from 'vitest';
import { compareServices } from '../../../src/diff/index.ts';
import type { Service } from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';
import { linesOf, model, parse, serviceOf } from './tiny-model.ts';

const page = (id: string, parameters: string) =>
  `.. py:class:: X.Client\n\n  A low-level client representing X:\n\n  ::\n\n    client = session.create_client('${id}')\n\n=========================\nClient Context Parameters\n=========================\n\n\nClient context parameters are configurable on a client instance via the \`\`client_context_params\`\` parameter in the \`\`Config\`\` object.\n\nThe available \`\`${id}\`\` client context params are:\n\n${parameters}\n`;
const documented = (id: string, parameters: string) => {
  const { api, messages } = parseDocuments('reference-rst', [{ name: 'page', text: page(id, parameters) }]);
  expect(messages.map(String)).toEqual([]);
  return api.services[0] as Service;
};

describe('settings of a client', () => {
  const params = {
    UseTLSAlways: { documentation: '<p>Uses <b>TLS</b>.</p>', type: 'boolean' },
    Kettle: { type: 'String' },
  };

  test('are read by the names that callers write', () => {
    const service = serviceOf({ clientContextParams: params });
    expect(service.clientContextParams).toEqual([
      { name: 'kettle', type: 'string' },
      {
        name: 'use_tls_always',
        type: 'boolean',
        documentation: [{ type: 'html', value: '<p>Uses <b>TLS</b>.</p>' }],
      },
    ]);
    expect(service.facts).toEqual(expect.arrayContaining(['client-context', 'client-context-all']));
    expect(serviceOf({}).clientContextParams).toBeUndefined();
  });

  test('are read from documentation, over several lines', () => {
    const read = documented(
      'elbv2',
      '* ``use_tls`` (boolean) - Uses\n      TLS.\n\n* ``kettle`` (string) - \n* ``spout`` (string)\n',
    );
    expect(read.facts).toContain('client-context');
    expect(read.facts).not.toContain('client-context-all');
    expect(read.clientContextParams).toEqual([
      { name: 'kettle', type: 'string' },
      { name: 'spout', type: 'string' },
      {
        name: 'use_tls',
        type: 'boolean',
        documentation: [{ type: 'paragraph', children: [{ type: 'text', value: 'Uses TLS.' }] }],
      },
    ]);
  });

  test('that documentation leaves out are no difference to a model', () => {
    const own = { UseArnRegion: { type: 'boolean' }, Accelerate: { type: 'boolean' }, Other: { type: 'string' } };
    const s3 = { ...serviceOf({ clientContextParams: own }), id: 's3' };
    const shown = documented('s3', '* ``other`` (string) - ');
    expect(linesOf(s3, shown).filter((line) => line.includes('client-context'))).toEqual([]);
    expect(
      linesOf(shown, { ...s3, clientContextParams: [] }).filter((line) => line.includes('client-context')),
    ).toEqual(['s3 client-context-param-removed other breaking']);
    // A page without the list says nothing at all of it.
    const silent = {
      ...shown,
      facts: shown.facts.filter((fact) => fact !== 'client-context'),
      clientContextParams: [],
    };
    expect(linesOf(s3, silent).filter((line) => line.includes('client-context'))).toEqual([]);
  });

  test('described in other words are a change of documentation, once', () => {
    const other = { ...params, UseTLSAlways: { ...params.UseTLSAlways, documentation: 'Needs TLS.' } };
    const changes = compareServices(
      serviceOf({ clientContextParams: params }),
      serviceOf({ clientContextParams: other }),
      { documentation: true },
    );
    expect(changes?.changes.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'documentation-changed use_tls_always',
    ]);
  });
});

describe('rules of endpoints', () => {
  const region = { type: 'String', required: true, documentation: 'Where.' };
  const end = (url: string) => ({ type: 'endpoint', conditions: [], endpoint: { url, properties: {} } });
  const rules = [
    end('https://a'),
    { type: 'tree', conditions: [], rules: [end('https://b'), { type: 'error', error: 'x' }] },
  ];
  const set = { version: '1.0', parameters: { Region: region, Bucket: { type: 'string' } }, rules };

  test('are a hash, a count and the parameters', () => {
    const service = serviceOf({}, set);
    expect(service.facts).toContain('endpoint-rules');
    expect(service.endpointRules).toEqual({
      hash: expect.stringMatching(/^[\w-]{14}$/),
      ends: 3,
      parameters: [
        { name: 'Bucket', type: 'string', required: false },
        { name: 'Region', type: 'string', required: true },
      ],
    });
  });

  test('are the same in another order of keys, with other white space, in other words', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, turned(inner)]),
            )
          : value;
    const { documentation: _words, ...undescribed } = region;
    for (const other of [turned(set) as object, { ...set, parameters: { ...set.parameters, Region: undescribed } }])
      expect(linesOf(serviceOf({}, set), serviceOf({}, other))).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['another address', { rules: [end('https://c'), rules[1]] }, 'rules'],
    ['another order, which decides', { rules: rules.toReversed() }, 'rules'],
    ['one rule more', { rules: [...rules, end('https://c')] }, 'rules 3>4'],
    ['a parameter more', { parameters: { ...set.parameters, Key: { type: 'string' } } }, 'parameters +Key'],
    [
      'a parameter less, and a rule',
      { parameters: { Region: region }, rules: [rules[0]] },
      'parameters -Bucket, rules 3>1',
    ],
    [
      'a parameter that must be there',
      { parameters: { ...set.parameters, Bucket: { type: 'string', required: true } } },
      'parameters ~Bucket',
    ],
  ])('%s is one change', (_, other, value) => {
    expect(linesOf(serviceOf({}, set), serviceOf({}, { ...set, ...other }))).toEqual([
      `tea endpoint-rules-changed ${value} dangerous`,
    ]);
  });

  test('that are not there are unknown', () => {
    expect(linesOf(serviceOf({}), serviceOf({}, set))).toEqual([]);
    expect(linesOf(serviceOf({}, set), serviceOf({}))).toEqual([]);
  });

  test('that nest without end are told, and no rules', () => {
    const text = `{"version":"1.0","parameters":{},"rules":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
    const documents = [JSON.stringify(model), text].map((one, index) => ({ name: `${index}.json`, text: one }));
    const { api, messages } = parseDocuments('service-model', documents, { service: 'tea' });
    expect(api.services[0]?.endpointRules).toBeUndefined();
    expect(messages.map(({ message }) => message)).toEqual([
      'Unexpected rules of endpoints, expected at most 300 levels',
    ]);
  });
});

describe('what is said of a little', () => {
  test('keys that a paginator gives once', () => {
    const paginator = (keys: string[]) => ({ pagination: { Brew: { input_token: 'a', non_aggregate_keys: keys } } });
    expect(serviceOf({}, paginator(['Total'])).paginators?.[0]?.nonAggregateKeys).toEqual(['Total']);
    expect(linesOf(serviceOf({}, paginator(['Total'])), serviceOf({}, paginator(['Total', 'Name'])))).toEqual([
      'tea paginator-changed Brew nonAggregateKeys Total>Total Name safe',
    ]);
  });

  test('an error of those who ask too often', () => {
    const failing = (retryable: object | undefined) =>
      serviceOf({
        operations: { Brew: { name: 'Brew', errors: [{ shape: 'Hot' }] } },
        shapes: { Hot: { type: 'structure', members: {}, exception: true, ...(retryable && { retryable }) } },
      });
    const value = (before: object | undefined, after: object | undefined) => linesOf(failing(before), failing(after));
    expect(value({}, { throttling: true })).toEqual(['tea error-retry-changed Brew Hot true>throttling docs']);
    expect(value(undefined, { throttling: true })).toEqual(['tea error-retry-changed Brew Hot none>throttling docs']);
    expect(value({}, { throttling: false })).toEqual([]);
  });

  test('traits that nest too deep are told wherever they stand', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) as object;
    const { messages } = parse(
      {
        metadata: { uid: 'tea-2020-01-01', auth: deep, more: deep },
        operations: { Brew: { http: { requestUri: deep }, input: { shape: 'Cup', xmlNamespace: deep } } },
        shapes: {
          Cup: { type: 'structure', members: { Tea: { shape: 'Text', contextParam: deep } }, xmlNamespace: deep },
          Text: { type: 'string' },
        },
      },
      { waiters: { Ready: { acceptors: [deep] } } },
    );
    expect(
      messages
        .filter(({ ruleId }) => ruleId === 'nesting-too-deep')
        .map(({ message }) => message)
        .sort(),
    ).toEqual(
      [
        'metadata',
        '`metadata.more` of `tea`',
        '`acceptors` of `Ready`',
        '`contextParam` of `Cup.Tea`',
        '`http` of `Brew`',
        '`input` of `Brew`',
        '`xmlNamespace` of `Cup`',
      ]
        .map((what) => `Unexpected ${what}, expected at most 32 levels`)
        .sort(),
    );
  });

  test('of waiters made of parts, as before 0.70, the names are known, and not what they wait for', () => {
    const parts = { waiters: { __Cup: { operation: 'Brew' }, Ready: { extends: '__Cup', success_value: 'HOT' } } };
    const acceptors = [{ matcher: 'path', argument: 'a', expected: true, state: 'success' }];
    const whole = { version: 2, waiters: { Ready: { operation: 'Brew', delay: 5, maxAttempts: 3, acceptors } } };
    const [before, after] = [serviceOf({}, parts), serviceOf({}, whole)];
    expect([before, after].map(({ facts }) => facts.includes('waiter-details'))).toEqual([false, true]);
    expect(linesOf(before, after)).toEqual([]);
    expect(linesOf(before, serviceOf({}, { version: 2, waiters: {} }))).toEqual(['tea waiter-removed Ready breaking']);
  });

  test('what is no object is told', () => {
    const { messages } = parse(
      { clientContextParams: { A: 1 } },
      { pagination: { Brew: null } },
      { waiters: { Ready: [] } },
    );
    expect(messages.map(({ message }) => message)).toEqual([
      'Unexpected client context parameter `A` that is no object, expected an object',
      'Unexpected paginator `Brew` that is no object, expected an object',
      'Unexpected waiter `Ready` that is no object, expected an object',
    ]);
  });

  test('JSON that is no part of a model is told', () => {
    expect(parse({}, { version: 1, merge: {} }).messages).toEqual([]);
    expect(parse({}, { version: '1.0', examples: {} }).messages).toEqual([]);
    expect(parse({}, { anything: 1 }).messages.map(({ message }) => message)).toEqual([
      'Unexpected JSON, expected a part of a service model',
    ]);
  });
});
