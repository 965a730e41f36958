/** The words of names: where search finds them. */
import { expect, test } from 'vitest';
import { keysOf, searchKey } from '../../../src/view/search/name-words.ts';
import { packNames, unpackNames } from '../../../src/view/search/search-format.ts';
import { hostile } from '../../fixture-services.ts';

test.each([
  ['KmsEncryptionKey', 'kmsencryptionkey encryptionkey key'],
  ['SSEKMSKeyId', 'ssekmskeyid kmskeyid keyid id'],
  ['DBInstanceARN', 'dbinstancearn instancearn arn'],
  ['HTTPServer', 'httpserver server'],
  ['IPv6Address', 'ipv6address address'],
  ['ListARNs', 'listarns arns'],
  ['put_object', 'putobject object'],
  ['TCP_QUIC', 'tcpquic quic'],
  ['nodejs22.x', 'nodejs22x x'],
  ['x-amz-acl', 'xamzacl amzacl acl'],
  // The first and the last letter and digit, and the signs beside them.
  ['a0Az9Z', 'a0az9z az9z z'],
  ['x`a{b@c[d/e:f', 'xabcdef abcdef bcdef cdef def ef f'],
  ['a0b9c', 'a0b9c'],
  ['__proto__', 'proto'],
  ['ÜberKlasse', 'überklasse klasse'],
  ['DreiÄpfelGröße', 'dreiäpfelgröße äpfelgröße größe'],
  ['🦔', '🦔'],
  ['', ''],
])('%s is found by %s', (name, keys) => {
  expect(keysOf(name).join(' ')).toBe(keys);
});

test('a text without letters and digits stands for itself', () => {
  expect([searchKey(' * '), searchKey('put_object('), searchKey(hostile).includes('<')]).toEqual([
    '*',
    'putobject',
    false,
  ]);
});

test('packed names come back, whatever they are', () => {
  const names = [
    '',
    'a',
    'ab',
    'abc',
    'b',
    '🦔',
    '🦔🦔',
    '\ud83e',
    '"',
    '\\',
    hostile,
    'x'.repeat(200),
    `${'x'.repeat(200)}y`,
  ];
  expect(unpackNames(JSON.parse(JSON.stringify(packNames(names))))).toEqual(names);
  // However long a beginning is, its length needs no escape in a file.
  const long = Array.from({ length: 100 }, (_, count) => 'x'.repeat(count));
  expect(JSON.stringify(packNames(long))).not.toContain('\\');
});
