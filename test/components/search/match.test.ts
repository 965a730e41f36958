/** How well names fit, what was typed means, and which file is asked: what the script of search decides without a page. */
import { expect, test } from 'vitest';
import { findable, matchedParts, matchRank } from '../../../src/components/client/search/match.ts';
import { fileOf, filesOf } from '../../../src/components/client/search/plan-files.ts';
import { isEnough, parseQuery, queryFor } from '../../../src/components/client/search/query.ts';
import { searchFiles } from '../../../src/view/search/search-files.ts';
import { elbOperations, elbShapes, modelFacts } from '../../fixture-services.ts';
import { modelsSite } from '../../search/models-site.ts';
import { type Found, searchFor } from '../../search/queries.ts';

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

const waysOf = ({ answer }: Found): readonly string[] =>
  (answer?.groups[0]?.hits ?? []).map(({ name, way }) => [name, ...way.slice(1)].join(' '));

test.each([
  'DefaultActions.TargetGroupArn',
  'elbv2 DefaultActions.TargetGroupArn',
  'CreateListener.DefaultActions.TargetGroupArn',
  'elbv2.CreateListener.request.DefaultActions[].TargetGroupArn',
  'CreateListener DefaultActions TargetGroupArn',
  'field:defaultactions.targetgroupa',
])('%s leads to the place with this path', async (typed) => {
  expect(waysOf(await searchFor(files, typed))[0]).toBe(
    'TargetGroupArn CreateListener request DefaultActions[].TargetGroupArn',
  );
});

test('a path that nobody has leads to its last name', async () => {
  expect(waysOf(await searchFor(files, 'Nothing.QuicServerId'))[0]).toContain('QuicServerId RegisterTargets');
});

test('one name in one service is listed with every place, and a row of it leads there', async () => {
  const all = waysOf(await searchFor(files, 'elbv2:Protocol'));
  expect(all.length).toBeGreaterThan(2);
  expect(new Set(all).size).toBe(all.length);
  expect(all[0]).toContain(' request ');
  const { answer } = await searchFor(files, 'field:Protocol');
  const hit = answer?.groups[0]?.hits.find(({ way }) => way[0] === 'elbv2');
  expect(hit?.aside?.says).toMatch(/^\d+ operations$/);
  expect(waysOf(await searchFor(files, hit?.aside?.asks ?? ''))).toEqual(
    all.filter((way) => way.startsWith('Protocol ')),
  );
});

test('of a name in many services those of which no place is listed are named', async () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ ...elb, id: `service-${at}`, apiVersion: String(2000 + at) }));
  const { answer } = await searchFor(searchFiles(modelsSite(many)), 'field:QuicServerId');
  const hits = answer?.groups[0]?.hits ?? [];
  expect(hits).toHaveLength(12);
  const others = hits.flatMap((hit) => hit.others);
  const known = new Set([...hits.map(({ way }) => way[0]), ...others]);
  expect(known.size).toBe(30);
});

test('the text that finds a name says its kind, its service and no other name', () => {
  const isService = (name: string) => name === 's3';
  for (const kind of ['operation', 'field', 'value', 'shape'] as const)
    for (const service of ['s3', null])
      expect(parseQuery(queryFor(kind, service, 'Key'), isService)).toMatchObject({ kind, service, exact: 'Key' });
});

test.each([
  ['QuicServerIdent', 'QuicServerId'],
  ['CreatListener', 'CreateListener'],
])('nothing is called %s, and %s may be meant', async (typed, meant) => {
  const { answer } = await searchFor(files, typed);
  expect(answer?.groups).toEqual([]);
  expect(answer?.nearest).toContain(meant);
  expect((await searchFor(files, 'qqqqzzzz')).answer?.nearest).toEqual([]);
});

test('all that fits can be had, without what is found twice', async () => {
  const { answer } = await searchFor(files, 'tar');
  expect(answer?.groups.length).toBeGreaterThan(1);
  for (const { kind, hits, more } of answer?.groups ?? []) {
    const all = answer?.all(kind) ?? [];
    expect(all.slice(0, hits.length)).toMatchObject(hits.map(({ name }) => ({ name })));
    expect(all.length).toBeLessThanOrEqual(hits.length + more);
  }
});

test('a shape leads to its place among the shapes of its service', async () => {
  const { answer } = await searchFor(files, 'shape:CreateListenerInput');
  expect(answer?.groups[0]?.hits[0]?.address).toMatch(/^services\/[^/]+\/shapes\/C\/#CreateListenerInput$/);
});
