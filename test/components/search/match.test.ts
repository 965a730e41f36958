/** How well names fit, what was typed means, and which file is asked: what the script of search decides without a page. */
import { expect, test } from 'vitest';
import { findable, matchedParts, matchRank } from '../../../src/components/client/search/match.ts';
import { fileOf, filesOf } from '../../../src/components/client/search/plan-files.ts';
import { isEnough, parseQuery } from '../../../src/components/client/search/query.ts';
import { searchFiles } from '../../../src/view/search/search-files.ts';
import { elbOperations, elbShapes, modelFacts } from '../../fixture-services.ts';
import { modelsSite } from '../../search/models-site.ts';
import { searchFor } from '../../search/queries.ts';

test.each([
  ['KmsEncryptionKey', ['kmsencryptionkey'], 0],
  ['KmsEncryptionKey', ['kms', 'encryption', 'key'], 1],
  ['KmsEncryptionKey', ['kms'], 1],
  ['KmsEncryptionKey', ['kmsenc'], 2],
  ['KmsEncryptionKey', ['encryption'], 3],
  ['KmsEncryptionKey', ['encryptionk'], 4],
  ['KmsEncryptionKey', ['key', 'kms'], 5],
  ['KmsEncryptionKey', ['ncryption'], null],
  ['KmsEncryptionKey', ['kms', 'value'], null],
  ['TCP_QUIC', ['quic'], 3],
])('%s and %j', (name, words, rank) => {
  expect(matchRank(findable(name), words)).toBe(rank);
});

test.each([
  ['KmsEncryptionKey', ['encryptionk'], [[3, 14]]],
  [
    'KmsEncryptionKey',
    ['key', 'kms'],
    [
      [0, 3],
      [13, 16],
    ],
  ],
  ['TCP_QUIC', ['tcpq'], [[0, 5]]],
  ['TCP_QUIC', ['quic'], [[4, 8]]],
])('of %s the words %j are marked', (name, words, parts) => {
  expect(matchedParts(findable(name), words)).toEqual(parts);
});

test.each([
  ['put_object', null, null, ['putobject'], null],
  ['client.put_object(', null, null, ['putobject'], null],
  ['op:CreateTable', 'operation', null, ['createtable'], null],
  ['s3:PutObject', null, 's3', ['putobject'], null],
  ['S3: field:Key', 'field', 'S3', ['key'], null],
  ['s3.PutObject', null, 's3', ['putobject'], null],
  ['aws:kms', null, null, ['awskms'], null],
  ['nodejs22.x', null, null, ['nodejs22x'], null],
  ['s3 › PutObject', null, null, ['s3', 'putobject'], null],
  ['enum:"Key"', 'value', null, ['key'], 'Key'],
])('%s means', (typed, kind, service, words, exact) => {
  const query = parseQuery(typed, (name) => name.toLowerCase() === 's3');
  expect([query.kind, query.service, query.words, query.exact]).toEqual([kind, service, words, exact]);
});

test('two letters are enough, behind a prefix one', () => {
  const enough = (typed: string): boolean => isEnough(parseQuery(typed, (name) => name === 's3'));
  expect(['', 'a', 'op:', '…', 'ab', 'a b', 'op:a', 's3:'].map(enough)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
});

test('one beginning is in one file', () => {
  const words = {
    ranges: [
      ['a', 'f1'],
      ['ke', 'f2'],
      ['m', 'f3'],
    ],
    tops: [
      ['key', 't1'],
      ['ma', 't2'],
    ],
  } as const;
  const file = (beginning: string) => fileOf(words, beginning)?.file;
  expect(['ab', 'ke', 'key', 'keyb', 'kez', 'm', 'ma', 'mz'].map(file)).toEqual([
    'f1',
    't1',
    't1',
    'f2',
    'f2',
    'f3',
    't2',
    'f3',
  ]);
  expect(filesOf(words, ['key', 'abc']).map((one) => one.file)).toEqual(['f2', 'f1']);
});

const elb = {
  kind: 'service',
  title: 'Elastic Load Balancing',
  operations: elbOperations,
  shapes: elbShapes,
  facts: modelFacts,
} as const;
const files = searchFiles(
  modelsSite([
    { ...elb, id: 'elbv2', apiVersion: '2015' },
    { ...elb, id: 'a b/c', apiVersion: '2020' },
  ]),
);

test('the oldest API comes first, and the reader’s own services before it', async () => {
  const first = async (typed: string, mine: readonly string[] = []) => (await searchFor(files, typed, mine)).first;
  expect(await first('CreateListener')).toBe('operation CreateListener elbv2');
  expect(await first('CreateListener', ['a b/c'])).toBe('operation CreateListener a b/c');
  expect(await first('QuicServerId', ['a b/c'])).toBe('field QuicServerId a b/c.RegisterTargets');
});

test('a file that does not load is asked for again', async () => {
  const broken = new Map([...files].filter(([name]) => !name.startsWith('words/')));
  await expect(searchFor(broken, 'QuicServerId')).rejects.toThrow('no file words/');
  expect((await searchFor(files, 'QuicServerId')).first).toContain('QuicServerId');
});
