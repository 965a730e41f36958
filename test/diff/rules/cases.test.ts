/** Cases that the examples of the rules do not hold: two models and what is said of them, worst first. */
import { describe, expect, test } from 'vitest';
import { plainSentence, sentenceOf } from '../../../src/diff/index.ts';
import type { Change } from '../../../src/model/index.ts';
import { said } from './said.ts';

describe('a length of 0 or more is no limit', () => {
  const name = (type: string, limit: string) => `Op request Name ${type} optional ${limit}`.trim();
  const idle = 'no effect: constraint-tightened, a length is never less than 0';

  test.each([
    [
      'string',
      'min=0',
      'min=1',
      'dangerous: Name must have at least 1 character (no minimum before) — botocore refuses shorter ones',
    ],
    [
      'string',
      'min=-1',
      'min=1',
      'dangerous: Name must have at least 1 character (no minimum before) — botocore refuses shorter ones',
    ],
    ['string', 'min=3', 'min=0', 'safe: Name no longer has a minimum (was 3 characters)'],
    ['string', 'min=-1', 'min=0', idle],
    ['string', 'min=-1', '', idle.replace('tightened', 'relaxed')],
    ['integer', 'min=0', 'min=1', 'breaking: Name must be at least 1 (was 0) — botocore refuses smaller ones'],
    ['timestamp', 'min=1', 'min=5', 'dangerous: Name must be at least 5 (was 1)'],
    ['blob', 'min=1', 'min=5', 'dangerous: Name must have at least 5 bytes (was 1)'],
  ])('%s, %s, %s', (type, before, after, expected) => {
    expect(said(name(type, before), name(type, after))).toEqual([expected]);
  });

  test.each([
    ['min=0', 'min=1'],
    ['min=1', ''],
    ['min=1', 'min=0'],
  ])('a part of a host name is never empty: %s, %s', (before, after) => {
    for (const mark of ['hostLabel=true', 'of=hostLabel=true'])
      expect(said(name('string', `${before} ${mark}`), name('string', `${after} ${mark}`))).toEqual([
        expect.stringMatching(/^no effect: constraint-\w+, a part of a host name is never empty$/),
      ]);
    expect(said(name('string', 'min=1 hostLabel=true'), name('string', 'min=2 hostLabel=true'))[0]).toMatch(
      /^breaking/,
    );
    expect(said(name('string', 'min=1 hostLabel=true'), name('string', 'min=3 hostLabel=true'))[0]).toMatch(
      /^breaking/,
    );
  });
});

describe('what a field and its type may both state is told once, where it is seen', () => {
  const field = (words: string) => `Op request Name string optional ${words}`.trim();
  const old = 'of the field states the same, or did before';

  test.each([
    // It only moved, or was repeated.
    ['shapeDeprecated="Use A."', 'deprecated="Use A."', []],
    ['deprecated="Use A."', 'shapeDeprecated="Use A."', []],
    ['shapeDeprecated="Use A."', 'shapeDeprecated="Use A." deprecated="Use A."', []],
    ['deprecated="Use A."', 'deprecated="Use A." shapeDeprecated="Use B."', []],
    // It moved, and says something else.
    ['shapeDeprecated="Use A."', 'deprecated="Use B."', ['docs: New deprecation text for Name']],
    ['deprecated="Use B."', 'shapeDeprecated="Use A."', ['docs: New deprecation text for Name']],
    // It came, or went, at both.
    ['', 'shapeDeprecated="Use A." deprecated="Use A."', ['safe: The type of Name is deprecated: Use A']],
    ['', 'shapeDeprecated="Use A." deprecated="Use B."', ['safe: Name is deprecated: Use B']],
    ['shapeDeprecated="Use A." deprecated="Use B."', '', ['safe: Name is no longer deprecated']],
    ['sensitive', 'of=sensitive=true', []],
    ['of=sensitive=true', 'sensitive', []],
    ['sensitive', 'sensitive of=sensitive=true', []],
    ['', 'sensitive of=sensitive=true', ['docs: Name is marked as sensitive now']],
    ['', 'of=box=false', []],
    ['box=false', '', []],
    ['', 'flattened=false', []],
    ['flattened=true of=flattened=false', '', []],
    [
      'flattened=true',
      'flattened=true of=flattened=false',
      ['breaking: The XML of Name is written in another form in requests'],
    ],
    ['flattened=true', 'of=flattened=true', []],
    ['box=true of=box=true', '', ['docs: Name counts as 0 when absent (could be unset)']],
    ['of=box=true', 'of=box=false', ['docs: Name counts as 0 when absent (could be unset)']],
    ['timestampFormat=a', 'timestampFormat=b of=timestampFormat=b', ['breaking: Name is sent as b (was a)']],
    [
      'timestampFormat=a of=timestampFormat=c',
      'timestampFormat=b of=timestampFormat=d',
      ['breaking: Name is sent as d (was c)'],
    ],
    ['', 'of=hostLabel=true hostLabel=true', ['dangerous: Name becomes part of the host name']],
  ])('%s, %s', (before, after, expected) => {
    const lines = said(field(before), field(after));
    expect(lines.filter((line) => !line.startsWith('no effect'))).toEqual(expected);
    if (expected.length === 0)
      expect(lines[0]).toMatch(new RegExp(`${old}$|false is what holds where nothing is stated$`));
  });
});

test.each(['httpChecksumRequired', 'unsignedPayload'])('of an operation %s that is false is none', (trait) => {
  expect(said('Op', `Op ${trait}=false`)).toEqual([expect.stringMatching(/^no effect: .*nothing is stated$/)]);
  expect(said(`Op ${trait}=false`, 'Op')).toEqual([expect.stringMatching(/^no effect: .*nothing is stated$/)]);
  expect(said(`Op ${trait}=true`, `Op ${trait}=false`)).toEqual(said(`Op ${trait}=true`, 'Op'));
});

describe('errors are raised, not returned', () => {
  const error = (name: string, words: string) =>
    `Op error TooMany Limit integer\nOp error TooMany ${name} string ${words}`;

  test('a field that is always there, and one that may be missing', () => {
    expect(said(error('Used', 'optional'), error('Used', 'required'))).toEqual([
      'safe: TooMany.Used is always there now',
    ]);
    expect(said(error('Used', 'required'), error('Used', 'optional'))).toEqual([
      'dangerous: TooMany.Used may be missing — check before reading',
    ]);
  });

  test('every field is told, at every operation', () => {
    const fields = (words: string) =>
      `Op error E A string ${words}\nOp error E B string ${words}\nOp error E C string\nOp2 error E`;
    const none = 'Op error E C string\nOp2 error E';
    expect(said(fields('required'), fields('optional'))).toEqual([
      'dangerous: E.A may be missing — check before reading',
      'dangerous: E.B may be missing — check before reading',
    ]);
    expect(said(fields('required'), none)).toEqual(['breaking: E no longer carries A and B']);
    expect(said(none, fields('required'))).toEqual(['safe: E also carries A and B']);
  });

  test('fields below the top are told with what they are in: the same name may stand in several places', () => {
    const inside = (...lines: readonly string[]) =>
      ['Why structure', 'Why.Limit integer', 'Log structure', 'Log.At integer', ...lines]
        .map((line) => `Op error TooMany ${line}`)
        .join('\n');
    const [less, more] = [inside(), inside('Why.Used string', 'Log.Used string', 'Used string', 'Why.message string')];
    expect(said(less, more)).toEqual([
      'safe: TooMany also carries Used in Log',
      'safe: TooMany also carries Used',
      'safe: TooMany also carries Used and message in Why',
    ]);
    expect(said(more, less)).toEqual([
      'breaking: TooMany no longer carries Used in Log',
      'breaking: TooMany no longer carries Used',
      'breaking: TooMany no longer carries Used and message in Why',
    ]);
    const tag = (...values: readonly string[]) => inside(`Why.Tag string  ${values.join('|')}`);
    expect(said(tag('A', 'B'), tag('A', 'B', 'C'))).toEqual(['safe: TooMany.Why.Tag can be C']);
  });

  test('a message is there whether it is required or not', () => {
    for (const [before, after] of [['required', 'optional'] as const, ['optional', 'required'] as const])
      expect(said(error('message', before), error('message', after))).toEqual([
        'no effect: error-field-changed, every error of the SDK has a message',
      ]);
  });
});

test('of a structure with one field nobody could set two', () => {
  const action = (kind: string, ...fields: readonly string[]) =>
    [`Op request Do ${kind} optional`, ...fields.map((name) => `Op request Do.${name} string optional`)].join('\n');
  const empty = 'dangerous: Do may not be empty any more — the SDK refuses it';
  expect(said(action('structure', 'A'), action('union', 'A'))).toEqual([empty]);
  expect(said(action('structure', 'A'), action('union', 'A', 'B'))).toContain(empty);
  expect(said(action('structure', 'A', 'B'), action('union', 'A', 'B'))).toEqual([
    'breaking: Exactly one member of Do may be set now — the SDK refuses more',
  ]);
});

test('a token that becomes required is told once', () => {
  const token = (words: string) => `Op request Token string ${words}`;
  expect(said(token('optional idempotencyToken'), token('required'))[0]).toBe(
    'breaking: Op now requires Token — calls without it fail',
  );
  expect(said(token('optional'), token('required idempotencyToken'))).toEqual([
    'safe: Op now requires Token, which the SDK fills in',
    expect.stringMatching(/^no effect: idempotency-added/),
  ]);
  expect(said(token('required idempotencyToken'), token('required'))).toEqual([
    'breaking: You must send Token yourself now — calls without it fail',
  ]);
});

test('operations that only take a field do not return it', () => {
  const at = (operation: string, direction: 'request' | 'response') => ({
    operation,
    direction,
    path: 'F.X',
    severity: 'safe' as const,
  });
  const change: Change = {
    key: 'k',
    kind: 'field-added',
    service: 'example',
    value: '',
    severity: 'safe',
    audience: 'sdk',
    places: [at('A', 'request'), at('B', 'request'), at('B', 'response')],
  };
  expect(plainSentence(sentenceOf(change))).toBe('A and 1 more take or return a new field X in F');
  expect(plainSentence(sentenceOf({ ...change, places: [...change.places, at('A', 'response')] }))).toBe(
    'A and 1 more take and return a new field X in F',
  );
});

test('a pager that is told otherwise whether there is more still finds the next page as before', () => {
  const pager = (words: string) => `List\npaginator List inputToken=A outputToken=B ${words}`.trim();
  expect(said(pager(''), pager('moreResults=Truncated'))).toEqual([
    'docs: The paginator of List looks at Truncated now to see whether there is a next page (was nothing)',
  ]);
});

test('many values that a request may not send any more are not accepted', () => {
  const values = (all: string) => `Op request Mode string optional ${all}`;
  expect(said(values('A|B|C|D|E'), values('A|E'))[0]).toBe('breaking: Mode no longer accepts B, C or D');
  expect(said(values('A|B|C|D|E'), values('A|Z')).find((line) => line.startsWith('breaking'))).toMatch(
    /^breaking: Mode no longer accepts 4 values \(B, C, D and 1 more\)/,
  );
});

describe('where many fields are is said ahead of a list that is cut', () => {
  const inSub = (direction: string, ...names: readonly string[]) =>
    [`Op ${direction} Sub structure optional`, `Op ${direction} Sub.Old string optional`]
      .concat(names.map((name) => `Op ${direction} Sub.${name}`))
      .join('\n');
  const four = (words: string) => ['A', 'B', 'C', 'D'].map((name) => `${name} string ${words}`);

  test.each([
    ['request', [], four('optional'), 'safe: Op takes 4 new optional fields in Sub: A, B, C and 1 more'],
    ['response', [], four('optional'), 'safe: Op returns 4 new fields in Sub: A, B, C and 1 more'],
    ['response', [], four('optional').slice(1), 'safe: Op returns new fields B, C and D in Sub'],
    [
      'request',
      [],
      four('required'),
      'breaking: Op now requires fields in Sub that did not exist: A, B, C and 1 more — calls without them fail',
    ],
    [
      'request',
      four('optional'),
      [],
      'breaking: Op no longer takes 4 fields of Sub (A, B, C and 1 more) — passing them raises ParamValidationError',
    ],
    ['response', four('optional'), [], 'breaking: Op no longer returns 4 fields of Sub (A, B, C and 1 more)'],
    [
      'request',
      four('optional'),
      four('required'),
      'breaking: Op now requires 4 fields of Sub (A, B, C and 1 more) — calls without them fail',
    ],
  ])('%s, %j, %j', (direction, before, after, expected) => {
    expect(said(inSub(direction, ...before), inSub(direction, ...after))).toContain(expected);
  });
});

test('an operation that gets a host of its own, another one, and that of its service again', () => {
  const endpoint = (prefix: string) => `Op endpoint={"hostPrefix":"${prefix}"}`;
  const told = (before: string, after: string) =>
    said(before, after).map((line) => line.replace(' — allow it in egress rules', ''));
  expect(told('Op', endpoint('data-'))).toEqual(['dangerous: Op calls a host that begins with data- now']);
  expect(told(endpoint('data-'), endpoint('api-'))).toEqual([
    'dangerous: Op calls a host that begins with api- now (was data-)',
  ]);
  expect(told(endpoint('data-'), 'Op')).toEqual([
    'dangerous: Op calls the host of its service again (was one that begins with data-)',
  ]);
});

test('a field with an empty name is shown as such, and not as its operation', () => {
  const change = (...paths: readonly string[]): Change => ({
    ...{ key: 'k', kind: 'field-added', service: 'example', value: '', severity: 'safe', audience: 'sdk' },
    places: paths.map((path) => ({ operation: 'Op', direction: 'response', path, severity: 'safe' })),
  });
  expect(plainSentence(sentenceOf(change('Config.\\-')))).toBe('Op returns a new field "" in Config');
  expect(plainSentence(sentenceOf(change('\\-')))).toBe('Op returns a new field ""');
  expect(plainSentence(sentenceOf(change('\\-.Size')))).toBe('Op returns a new field Size in ""');
});
