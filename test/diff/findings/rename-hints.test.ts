/** Hints at renames, and the words of sentences. */
import { describe, expect, test } from 'vitest';
import { code, compareServices, sentenceOf } from '../../../src/diff/index.ts';
import type { Change } from '../../../src/model/index.ts';
import { serviceOf } from '../rules/example-notation.ts';

const changesOf = (before: string, after: string) =>
  compareServices(serviceOf(before), serviceOf(after))?.changes ?? [];
const hintsOf = (before: string, after: string) =>
  changesOf(before, after).map(({ kind, hint }) => `${kind}: ${hint ?? 'none'}`);
const field = (name: string) => `Op request ${name} string optional`;

describe('a hint at a rename stands on both changes, and never instead of them', () => {
  test.each([
    ['another case', field('ListenerARN'), field('ListenerArn'), ['ListenerArn', 'ListenerARN']],
    ['a letter', field('Recieved'), field('Received'), ['Received', 'Recieved']],
    ['punctuation', field('Max_Items'), field('MaxItems'), ['MaxItems', 'Max_Items']],
    ['another name', field('Port'), field('Protocol'), ['none', 'none']],
    ['a series', field('Version2019'), field('Version2020'), ['none', 'none']],
  ])('%s', (_what, before, after, [ofRemoved, ofAdded]) => {
    expect(hintsOf(before, after)).toEqual([`field-added: ${ofAdded}`, `field-removed: ${ofRemoved}`]);
  });

  test('values, operations', () => {
    expect(hintsOf('Op request A string optional active|off', 'Op request A string optional ACTIVE|off')).toEqual([
      'enum-value-added: active',
      'enum-value-removed: ACTIVE',
    ]);
    expect(hintsOf('GetListner', 'GetListener')).toEqual([
      'operation-added: GetListner',
      'operation-removed: GetListener',
    ]);
  });

  test('not where two names could be meant, and not at another place', () => {
    expect(hintsOf(field('Name1x'), `${field('NAME1X')}\n${field('name1X')}`).join()).not.toContain('Name1x');
    expect(
      hintsOf(
        'Op request A structure optional\nOp request A.ListenerARN string optional\nOp request A.X string optional',
        'Op request A structure optional\nOp request A.X string optional\nOp request ListenerArn string optional',
      ).join(),
    ).not.toContain(': Listener');
  });
});

describe('sentences', () => {
  const sentence = (change: Change | undefined) => (change === undefined ? undefined : sentenceOf(change));

  test('of something removed say that it was deprecated, and since when', () => {
    const before = serviceOf(`${field('A')}\n${field('B')} deprecated="Use A."`);
    const [change] = compareServices(before, serviceOf(field('A')))?.changes ?? [];
    expect(sentence(change)).toBe('`Op` no longer takes `B` (deprecated) — passing it raises ParamValidationError');
    const since = { ...(change as Change), before: { deprecated: { since: '2024-05-01' } } };
    expect(sentence(since)).toContain('(deprecated since 2024-05-01)');
  });

  test('name the field by the name that most of its places have', () => {
    const place = (path: string) => ({
      operation: 'Op',
      direction: 'request' as const,
      path,
      severity: 'safe' as const,
    });
    const [change] = changesOf('Op request A string optional X|Y', 'Op request A string optional X|Y|Z');
    const places = [place('HealthCheckProtocol'), place('Protocol'), place('List[].Protocol')];
    expect(sentence({ ...(change as Change), places })).toContain('`Protocol`');
  });

  test('hold names with backticks', () => {
    expect(code('a`b')).toBe('`` a`b ``');
    expect(code('``')).toBe('``` `` ```');
  });
});
