/** Which names an ignore of the configuration is about: `*` stands for any text, every other sign for itself. */
import { expect, test } from 'vitest';
import { applyConfig } from '../../../src/cli/config/apply-config.ts';
import type { ServiceChanges } from '../../../src/model/index.ts';
import { findGrowth } from '../../generate/growth.ts';

/** One change at one place, of a name and a value. */
function changed(path: string, value = ''): readonly ServiceChanges[] {
  const place = { operation: 'Go', direction: 'request', path, severity: 'breaking' } as const;
  const change = { service: 'tiny', kind: 'field-removed', value, severity: 'breaking', audience: 'sdk' } as const;
  return [{ id: 'tiny', title: 'Tiny', status: 'changed', changes: [{ ...change, key: '0', places: [place] }] }];
}

function accepts(pattern: string, path: string, value = ''): boolean {
  const ignore = [{ rule: 'field-removed', path: pattern, reason: 'not used' }];
  return applyConfig(changed(path, value), { ignore }, null).services.length === 0;
}

test.each([
  ['tiny.Go.request.Port', 'Port'],
  ['*', 'Port'],
  ['tiny.*', 'Listeners[].Port'],
  ['tiny.Go.request.Listeners[].*', 'Listeners[].Port'],
  ['*.Tags{}.Key', 'Tags{}.Key'],
  ['*Tags{key}*', 'Tags{key}.Key'],
  ['tiny.Go.*.a\\.b', 'a\\.b'],
  ['*.a/*', 'a/b'],
  ['tiny*Go**request.Port', 'Port'],
  ['*.(a|b)?', '(a|b)?'],
  ['*.!a', '!a'],
  ['*tiny*', 'Port'],
  ['*tiny.Go.request.Port', 'Port'],
  ['*.ab*ba', 'abba'],
  // A star stands for no text, too.
  ['tiny.Go*.request.Port', 'Port'],
  ['tiny.Go.request.Po*rt', 'Port'],
  ['tiny.*Go*.request*.Po*rt', 'Port'],
])('%s is about %s', (pattern, path) => {
  expect(accepts(pattern, path)).toBe(true);
});

test.each([
  ['tiny.Go.request.Por', 'Port'],
  ['tiny.Go.request.Port', 'Ports'],
  ['tiny.Go.response.*', 'Port'],
  ['*.Listeners[].Port', 'ListenersP.Port'],
  ['*.Port?', 'Ports'],
  ['*.[ab]', 'a'],
  ['*.{a,b}', 'a'],
  ['!*.b', 'a'],
  ['*.ab*ba', 'aba'],
  ['*x*b', 'aab'],
  ['*b*ab', 'ab'],
  ['TINY.*', 'Port'],
])('%s is not about %s', (pattern, path) => {
  expect(accepts(pattern, path)).toBe(false);
});

test('a value stands behind the name that it belongs to', () => {
  expect(accepts('tiny.Go.request.Protocol.QUIC', 'Protocol', 'QUIC')).toBe(true);
  expect(accepts('tiny.Go.request.Protocol.*', 'Protocol', 'QUIC')).toBe(true);
  expect(accepts('tiny.Go.request.Protocol.TCP', 'Protocol', 'QUIC')).toBe(false);
  expect(accepts('tiny.Go.request.Protocol.*', 'Protocol')).toBe(false);
});

test('a name with many beginnings of what follows a `*` takes time that grows with it, not faster', () => {
  const pattern = `${'*a'.repeat(40)}*b*c`;
  expect(findGrowth((size) => () => void accepts(pattern, 'a'.repeat(size)), 0.04)).toBeUndefined();
});
