/** The words of sentences: verbs that fit, names as callers write them, nothing said of what nobody stated. */
import { describe, expect, test } from 'vitest';
import { compareServices, plainSentence, rules, sentenceOf } from '../../../src/diff/index.ts';
import { code, count, withArticle } from '../../../src/diff/wording/code.ts';
import { firstSentence } from '../../../src/diff/wording/telling.ts';
import type { Change, Service, Shape } from '../../../src/model/index.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { serviceOf } from '../rules/example-notation.ts';
import { said } from '../rules/said.ts';

describe('several things have the verbs of several', () => {
  const told = rules.filter(({ subject }) => ['member', 'shape', 'enum'].includes(subject));
  /** A verb of one thing behind entries, keys or values. */
  const singular = /^(?:Entries|Keys|Values) of `P` (?:now |no longer )?(?:is|was|has|[a-z]+[^s\W]s)\b/;

  test.each(told.map((rule) => [rule.example.line, rule] as const))('%s', (_, rule) => {
    const turned = ['request', 'response'].map((direction) =>
      [rule.example.before, rule.example.after].map((side) =>
        side.replaceAll(/ (?:request|response) /g, ` ${direction} `),
      ),
    ) as [string, string][];
    for (const [before, after] of turned)
      for (const change of compareServices(serviceOf(before), serviceOf(after), { documentation: true })?.changes ??
        []) {
        const inList = { ...change, places: change.places.map((place) => ({ ...place, path: 'P[]' })) };
        expect(sentenceOf({ ...inList, shape: '' })).not.toMatch(singular);
      }
  });

  const ofOperations = rules.filter(({ subject }) => subject === 'operation' || subject === 'error');
  const singularOfMany = /^(?!The ).*and 1 more (?:now |no longer |always )*(?:is|was|has|(?!always)[a-z]+[^s\W]s)\b/;

  test.each(ofOperations.map((rule) => [rule.example.line, rule] as const))('%s', (_, { example }) => {
    const [before, after] = [serviceOf(example.before), serviceOf(example.after)];
    const { changes = [] } = compareServices(before, after, { documentation: true }) ?? {};
    for (const change of changes) {
      const [place] = change.places;
      const twice = { ...change, places: [place, { ...place, operation: 'Other' }] } as Change;
      expect(sentenceOf(twice)).not.toMatch(singularOfMany);
    }
  });

  test('a shape is named by its own name, but not where it is the whole of a request', () => {
    const told = (path: string) =>
      sentenceOf(changeOf('enum-value-removed', 'x', { shape: 'Order', places: [placeOf('Brew', path)] }));
    expect(told('Cup')).toContain('`Order`');
    expect(told('')).not.toContain('`Order`');
  });

  test('and nouns', () => {
    const type = (kind: string) => `Op request Size ${kind} optional`;
    const [change] = compareServices(serviceOf(type('integer')), serviceOf(type('float')))?.changes ?? [];
    const at = (path: string) => ({ ...change, places: change?.places.map((place) => ({ ...place, path })) }) as Change;
    expect(sentenceOf(at('Sizes[]'))).toBe('Entries of `Sizes` are now floats (were integers) in requests');
    expect(sentenceOf(at('Sizes{}'))).toBe('Values of `Sizes` are now floats (were integers) in requests');
    expect(sentenceOf({ ...at('Sizes[]'), before: 'bytes', after: 'eventstream' })).toBe(
      'Entries of `Sizes` are now event streams (were bytes) in requests',
    );
  });
});

test('what was not stated before is not said to have been something', () => {
  const waiter = (words: string) => `Op\nwaiter Ready ${words}`.trim();
  expect(said(waiter(''), waiter('delay=15 maxAttempts=3 operation=Op'))).toEqual([
    'docs: Ready polls every 15 seconds',
    'docs: Ready gives up after 3 tries',
    'dangerous: Ready calls Op',
  ]);
  for (const line of said(waiter('delay=15 maxAttempts=3 operation=Op'), waiter(''))) expect(line).not.toMatch(/null/);
});

test('a request or response that has another name on the wire is not called a field', () => {
  const named = (wire: object) => {
    const service = serviceOf('Op request A string optional') as Service;
    const root = service.shapes['Op.request'] as Shape;
    return { ...service, shapes: { ...service.shapes, 'Op.request': { ...root, wire } as Shape } };
  };
  const sentences = (before: object, after: object) =>
    (compareServices(named(before), named(after))?.changes ?? []).map((change) => plainSentence(sentenceOf(change)));
  const [old, now] = [{ locationName: 'OpRequest' }, { locationName: 'OpInput' }];
  expect(sentences(old, now)).toEqual(['The request of Op has another name on the wire']);
  expect(sentences({}, now)).toEqual(['The request of Op has a name of its own on the wire now']);
  expect(sentences(old, {})).toEqual(['The request of Op has no name of its own on the wire any more']);
});

test('a type that is also a message is not named where it is nested, under whatever id it stands there', () => {
  const service = (nested: string, ...fields: readonly string[]): Service => {
    const made = serviceOf('Make\nList') as Service;
    const snapshot = { kind: 'structure', members: fields.map((name) => ({ name, target: 'Text' })) } as const;
    const list = { kind: 'list', member: { name: '', target: nested } } as const;
    const operations = made.operations.map((operation) => ({
      ...operation,
      response: operation.name === 'Make' ? 'Snapshot' : 'Listed',
    }));
    const root = { kind: 'structure', members: [{ name: 'Items', target: 'Items' }] } as const;
    const shapes = {
      Snapshot: snapshot,
      [nested]: snapshot,
      Items: list,
      Listed: root,
      Text: { kind: 'string' },
    } as const;
    return { ...made, operations, shapes };
  };
  for (const nested of ['Snapshot', 'Snapshot~2']) {
    const { changes = [] } = compareServices(service(nested, 'A'), service(nested, 'A', 'B')) ?? {};
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.map((change) => plainSentence(sentenceOf(change))).join(' ')).not.toContain('Snapshot');
  }
});

test('a type of several fields is told of all of them, the most frequent first', () => {
  const at = (operation: string, path: string) => ({
    ...{ operation, direction: 'request' as const, path },
    severity: 'breaking' as const,
  });
  const change = (kind: string, ...paths: readonly string[]): Change => ({
    ...{ key: 'k', kind, service: 'example', value: 'v', severity: 'breaking', audience: 'sdk' },
    ...{ before: kind === 'wire-name-changed' ? 'x' : 'bytes', after: kind === 'wire-name-changed' ? null : 'string' },
    places: paths.map((path, index) => at(`Op${index}`, path)),
  });
  const sentence = (one: Change) => plainSentence(sentenceOf(one));
  const all = ['UserData', 'Key', 'A.UserData', 'B[].Text', 'C{}.Other'];
  const parts = (...paths: readonly string[]) => sentence(change('type-changed', ...paths)).replace(/ now .*/, '');
  expect(parts('L[]', 'A.T{}')).toBe('Entries of L and values of T are');
  expect(parts('L[]', 'A.M[]')).toBe('Entries of L and M are');
  expect(parts('M[]', 'A.L[]')).toBe('Entries of L and M are');
  expect(parts('L[]', 'A.T')).toBe('T and entries of L are');
  // The shortest name is first, however long the words about its part are.
  expect(parts('Te{key}', 'L[]')).toBe('Entries of L and keys of Te are');
  expect(parts('L[]', 'A.L[]', 'L', 'M{key}', 'Name')).toBe('L, entries of L, keys of M and 1 more are');
  expect(parts('L[]', 'A.L[]')).toBe('Entries of L are');
  expect(sentence(change('type-changed', ...all))).toBe(
    'UserData, Key, Text and 1 more are now strings (were bytes) in requests',
  );
  expect(sentence(change('type-changed', 'UserData', 'A.UserData'))).toBe(
    'UserData is now a string (was bytes) in requests',
  );
  expect(sentence(change('wire-name-changed', 'A', 'B'))).toBe('A and B are sent as their own names (was x)');
  expect(sentence({ ...change('union-changed', 'A', 'B'), after: 'union' })).toBe(
    'Exactly one member of each of A and B may be set now — the SDK refuses more',
  );
});

test.each([
  ['One cup.', 'One pot.', '1 word'],
  ['One cup.', 'One large cup.', '1 word'],
  ['One large red cup.', 'One cup.', '2 words'],
  ['A cup and a cup.', 'A pot and a pot.', '2 words'],
  // Words that only moved are a change too.
  ['Tea and milk', 'milk and Tea', '1 word'],
])('of a description that was %j and is %j, %s changed', (before, after, words) => {
  const place = { operation: 'Op', direction: 'request', path: 'Size', severity: 'docs' } as const;
  const change: Change = {
    ...{ key: 'k', kind: 'documentation-changed', service: 'example', value: '', severity: 'docs', audience: 'sdk' },
    ...{ before, after, places: [place] },
  };
  expect(plainSentence(sentenceOf(change))).toBe(`Size: ${words} changed`);
});

test.each([
  [{ since: '2024-05-01' }, ' (deprecated since 2024-05-01)'],
  [{ message: 'Use another.' }, ' (deprecated)'],
  [null, ''],
])('of what was removed it is said that it was deprecated: %j', (deprecated, words) => {
  const place = { operation: 'Op', direction: 'request', path: 'Size', severity: 'breaking' } as const;
  const change: Change = {
    ...{ key: 'k', kind: 'field-removed', service: 'example', value: '', severity: 'breaking', audience: 'sdk' },
    ...(deprecated === null ? {} : { before: { deprecated } }),
    places: [place],
  };
  expect(plainSentence(sentenceOf(change))).toBe(
    `Op no longer takes Size${words} — passing it raises ParamValidationError`,
  );
});

test('an error is called by its name, and not by the operations that end with it', () => {
  const service = (deprecated: object) => {
    const made = serviceOf('Op error Cold Reason string\nOp2 error Cold') as Service;
    return { ...made, shapes: { ...made.shapes, Cold: { ...made.shapes.Cold, ...deprecated } as Shape } };
  };
  const [plain, marked] = [service({}), service({ deprecated: { message: 'Use another.' } })];
  const sentences = (before: Service, after: Service) =>
    (compareServices(before, after)?.changes ?? []).map((change) => plainSentence(sentenceOf(change)));
  expect(sentences(plain, marked)).toEqual(['Cold is deprecated: Use another']);
  expect(sentences(marked, plain)).toEqual(['Cold is no longer deprecated']);
  expect(sentences(marked, service({ deprecated: { message: 'Use that.' } }))).toEqual([
    'New deprecation text for Cold',
  ]);
});

test.each(['service', 'operation', 'field', 'shape'])(
  'what of the deprecation of a %s is another, its text or its date',
  (of) => {
    const told = (before: object, after: object) => {
      const places = [{ operation: 'Op', direction: 'request', path: of === 'field' ? 'Size' : '', severity: 'docs' }];
      const change = {
        key: 'k',
        kind: `${of}-deprecation-changed`,
        service: 'example',
        value: '',
        severity: 'docs',
        audience: 'sdk',
      };
      return plainSentence(sentenceOf({ ...change, places, before, after } as unknown as Change));
    };
    const name = of === 'field' ? 'Size' : of === 'shape' ? 'the type of Op' : 'Op';
    const [text, other, day, later] = [
      { message: 'A.' },
      { message: 'B.' },
      { since: '2024-05-01' },
      { since: '2025-01-01' },
    ];
    expect(told(text, other)).toBe(`New deprecation text for ${name}`);
    expect(told({}, text)).toBe(`New deprecation text for ${name}`);
    expect(told(text, {})).toBe(`The deprecation of ${name} gives no reason any more`);
    expect(told(text, { ...text, ...day })).toBe(`The deprecation of ${name} is dated 2024-05-01 now`);
    expect(told(day, later)).toBe(`The deprecation of ${name} is dated 2025-01-01 now (was 2024-05-01)`);
    expect(told(day, {})).toBe(`The deprecation of ${name} has no date any more (was 2024-05-01)`);
    expect(told({ ...text, ...day }, other)).toBe(
      `New deprecation text for ${name}, and it has no date any more (was 2024-05-01)`,
    );
  },
);

test('of paginators and waiters one works, and several work', () => {
  const lines = (word: string, ...names: readonly string[]) => names.map((name) => `${word} ${name}`).join('\n');
  for (const word of ['paginator', 'waiter']) {
    const [none, one, two] = ['Op', `Op\n${lines(word, 'ListAll')}`, `Op\n${lines(word, 'ListAll', 'Wait')}`];
    expect([said(none, one), said(one, none), said(none, two), said(two, none)].flat()).toEqual([
      `safe: get_${word}('list_all') works now`,
      `breaking: get_${word}('list_all') fails now`,
      `safe: get_${word}('list_all') and 1 more work now`,
      `breaking: get_${word}('list_all') and 1 more fail now`,
    ]);
  }
});

test('what may have been renamed is called as the SDK calls it', () => {
  expect(said('Op\npaginator ListDatalakeThings', 'Op\npaginator ListDataLakeThings')).toEqual([
    "safe: get_paginator('list_data_lake_things') works now (perhaps renamed from list_datalake_things)",
    "breaking: get_paginator('list_datalake_things') fails now (perhaps renamed to list_data_lake_things)",
  ]);
});

test('an empty value is shown as empty quotes', () => {
  const field = (values: string) => `Op request Kind string optional ${values}`.trim();
  const [change] = compareServices(serviceOf(field('A|B')), serviceOf(field('A|B|C')))?.changes ?? [];
  expect(sentenceOf({ ...change, value: '' } as Change)).toBe('`Op` accepts `""` for `Kind`');
  expect(sentenceOf({ ...change, kind: 'enum-value-removed', value: '' } as Change)).toContain(
    'no longer accepts `""`',
  );
});

test('the article of a name is the one that it is spoken with', () => {
  const names = [
    'Deny',
    'Item',
    'S3',
    'F',
    'User',
    'URL',
    'Upper',
    '8ball',
    '80s',
    '11',
    '118',
    'hourly',
    'other',
    'one',
    'EC2',
    'Field',
    'MX',
    'One',
  ];
  expect(names.map((name) => withArticle(name).replace(code(name), name)).join(', ')).toBe(
    'a Deny, an Item, an S3, an F, a User, a URL, an Upper, an 8ball, an 80s, an 11, a 118, an hourly, an other, a one, an EC2, a Field, an MX, a One',
  );
});

test('a first sentence goes on behind an abbreviation, and ends without blanks', () => {
  expect(firstSentence('Uses e.g. Amazon S3 vs. Others. More.')).toBe('Uses e.g. Amazon S3 vs. Others');
  expect(firstSentence('Makes one. Ends it.')).toBe('Makes one');
  expect(firstSentence('<p>Use <a href="https://a.b">the <i>new</i> one</a>.</p> It is better.')).toBe(
    'Use the new one',
  );
  expect(firstSentence('Use <name>, not a<b or 1 > 0')).toBe('Use <name>, not a<b or 1 > 0');
  expect(firstSentence('Uses v. 2 of it. Ends it.')).toBe('Uses v. 2 of it');
  expect(firstSentence('Runs in the U.S. east. Ends it.')).toBe('Runs in the U.S. east');
  expect(firstSentence('Creates `ab` !')).toBe('Creates ab');
});

test('numbers have commas, and lose no digit', () => {
  expect([999, 1000, -1234, 0.0001, 12345678.12345, 1234.5678].map(count)).toEqual([
    ...['999', '1,000', '-1,234', '0.0001', '12,345,678.12345', '1,234.5678'],
  ]);
});
