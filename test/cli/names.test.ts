/** Names as people write them, what never was, and comparisons of nothing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database, walk } from '../../src/store/write.ts';
import { modelJson, TinyRepository } from '../store/walk/tiny-repository.ts';
import { apidelta } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-names-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = join(folder, 'store.db');
const repository = new TinyRepository(join(folder, 'repository'));
const path = (service: string) => `botocore/data/${service}/2020-01-01/service-2.json`;

/** Of one service: an operation with a field in the request alone, and one in both. */
function model(...fields: string[]): string {
  const parsed = JSON.parse(modelJson(Object.fromEntries(fields.map((name) => [name, 'string'])))) as {
    operations: { PutThing: Record<string, unknown> };
    shapes: Record<string, unknown>;
  };
  parsed.operations.PutThing.output = { shape: 'PutThingResponse' };
  parsed.shapes.PutThingResponse = { type: 'structure', members: { ETag: { shape: 'ETagType' } } };
  return JSON.stringify(parsed);
}

beforeAll(async () => {
  repository.release('1.0.0', { [path('s3')]: model('ETag', 'IfMatch', 'Old'), [path('ec2')]: model('ETag') });
  repository.release('1.1.0', {
    [path('s3')]: model('ETag', 'IfMatch', 'IfNoneMatch'),
    [path('stepfunctions')]: model('ETag'),
  });
  const database = Database.open(store);
  await walk(database, `git:${repository.folder}`);
  database.close();
});

const log = (name: string, ...args: string[]) => apidelta(['log', name, '--store', store, ...args]);

test.each([
  [['between', 's3', '', ''], '<from> names no version.\n'],
  [['between', 's3', '1.0.0', ' '], '<to> names no version.\n'],
  [['between', '', '1.0.0', '1.1.0'], '<service> names no service.\n'],
  [['show', ''], '<operation> names no operation.\n'],
  [['log', 's3', '--since', ''], '--since names no version.\n'],
  [['ingest', 'x', '--since', ' '], '--since names no version.\n'],
  [['between', 's3', '1.0.0', '1.1.0', '--kind', ''], /--kind <kind>' argument '' is invalid. It must not be empty\./],
  [['diff', 'a', 'b', '--operation', ' '], /It must not be empty\./],
])('%j names nothing, which one sentence says', async (args, words) => {
  const { code, out, err } = await apidelta([...args, '--store', store]);
  expect([code, out]).toEqual([2, '']);
  if (typeof words === 'string') expect(err).toBe(words);
  else expect(err).toMatch(words);
});

test('a name that is two services in other letter case is refused, and each by itself is found', async () => {
  const other = new TinyRepository(join(folder, 'two'));
  other.release('1.0.0', { [path('Caps')]: model('ETag'), [path('caps')]: model('ETag', 'Old') });
  const two = join(folder, 'two.db');
  const database = Database.open(two);
  await walk(database, `git:${other.folder}`);
  database.close();
  const show = (name: string) => apidelta(['show', name, '--store', two]);
  expect((await show('Caps.PutThing')).out).not.toContain('Old');
  expect((await show('caps.PutThing')).out).toContain('Old');
  const { code, err } = await show('CAPS.PutThing');
  expect([code, err]).toEqual([2, '`CAPS` can be Caps or caps: write one of them.\n']);
});

describe('log understands', () => {
  test.each([
    ['s3.put_thing', 's3.PutThing: since 1.0.0'],
    ['S3.PutThing', 's3.PutThing: since 1.0.0'],
    ['s3.putthing', 's3.PutThing: since 1.0.0'],
    ['s3.PutThing.IfNoneMatch', 's3.PutThing.request.IfNoneMatch: since 1.1.0'],
    ['s3.PutThing.REQUEST.ifnonematch', 's3.PutThing.request.IfNoneMatch: since 1.1.0'],
    ['sfn', 'stepfunctions: since 1.1.0'],
    ['SFN.PutThing', 'stepfunctions.PutThing: since 1.1.0'],
    ['EC2', 'ec2: since 1.0.0'],
    ['s3.PutThing.old', 's3.PutThing.request.Old: since 1.0.0'],
  ])('%s', async (name, first) => {
    const { code, out, err } = await log(name);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out.startsWith(first)).toBe(true);
  });

  test('a field of a service that went and came back', async () => {
    const came = new TinyRepository(join(folder, 'came-back'));
    came.release('1.0.0', { [path('aa')]: model('A', 'B') });
    came.release('1.1.0', { [path('aa')]: null });
    came.release('1.2.0', { [path('aa')]: model('A', 'C') });
    const file = join(folder, 'came-back.db');
    const database = Database.open(file);
    await walk(database, `git:${came.folder}`);
    database.close();
    const { code, out } = await apidelta(['log', 'aa.PutThing.request.b', '--store', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/^aa\.PutThing\.request\.B: removed in 1\.1\.0/);
  });

  test('a field of both directions, each on its own', async () => {
    const { out } = await log('s3.PutThing.etag');
    expect(out).toMatch(/^s3\.PutThing\.request\.ETag: .*\n\ns3\.PutThing\.response\.ETag: /);
    expect(await log('s3.PutThing.etag', '--format', 'json')).toMatchObject({
      code: 2,
      err: 's3.PutThing.etag is in the request and in the response: name s3.PutThing.request.ETag or s3.PutThing.response.ETag.\n',
    });
  });
});

describe('a name with an empty part is a slip', () => {
  test.each([
    ['log', 's3..PutThing', 's3.PutThing'],
    ['log', 's3.PutThing.request.', 's3.PutThing.request'],
    ['log', 's3.', 's3'],
    ['log', '.s3', 's3'],
    ['log', 's3.PutThing..request', 's3.PutThing.request'],
    ['log', 's3.PutThing.request..Old', 's3.PutThing.request.Old'],
    ['log', 's3.PutThing\\', 's3.PutThing'],
    ['show', '.PutThing', 'PutThing'],
    ['show', 's3..PutThing', 's3.PutThing'],
    ['show', 's3.PutThing.', 's3.PutThing'],
  ])('%s %s', async (command, name, meant) => {
    const sentence = `\`${name}\` has a part without a name: write \`${meant}\`, or what is missing in it.\n`;
    expect(await apidelta([command, name, '--store', store])).toEqual({ code: 2, out: '', err: sentence });
  });

  test.each(['log', 'show'])('%s of nothing but dots', async (command) => {
    for (const name of ['.', '..', ' '])
      expect(await apidelta([command, name, '--store', store])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(/^Name a service, an operation or a field|<operation> names no operation/),
      });
  });

  test('--as-of names a version', async () => {
    expect(await apidelta(['show', 's3.PutThing', '--as-of', '', '--store', store])).toMatchObject({
      code: 2,
      err: '--as-of names no version.\n',
    });
  });
});

describe('what never was is said, with what is near', () => {
  test.each([
    [
      's3.PutThing.request.IfNonMatch',
      /^s3\.PutThing has no field IfNonMatch in its request, and never had; nearest: IfNoneMatch/,
    ],
    ['s3.PutThing.Nope', /^s3\.PutThing has no field Nope, and never had\.$/],
    ['s3.PutThinks', /^s3 has no operation PutThinks, and never had; nearest: PutThing\.$/],
    ['ec3', /^The store knows no service ec3; nearest: ec2/],
    ['wombat', /^The store knows no service wombat: it has ec2, s3, stepfunctions\.$/],
    ['', /^Name a service, an operation or a field/],
  ])('log %s', async (name, sentence) => {
    const { code, out, err } = await log(name);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim()).toMatch(sentence);
  });
});

describe('nothing was compared', () => {
  const lone = (name: string, text: string) => {
    const file = join(folder, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const named = (uid: string, prefix: string, title: string, ...operations: string[]) =>
    JSON.stringify({
      metadata: {
        apiVersion: '2020-01-01',
        endpointPrefix: prefix,
        serviceFullName: title,
        ...(uid === '' ? {} : { uid }),
      },
      operations: Object.fromEntries(operations.map((name) => [name, { name, http: {} }])),
      shapes: {},
    });

  test.each(['diff', 'check'])('%s of two services', async (command) => {
    const sources = [
      lone('tea.json', named('tea-2020-01-01', 'tea', 'Tea', 'GetTea')),
      lone('milk.json', named('milk-2020-01-01', 'milk', 'Milk', 'GetMilk')),
    ];
    expect(await apidelta([command, ...sources])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/no service is in both, so nothing was compared\. Say --complete/),
    });
    const whole = await apidelta([command, ...sources, '--complete']);
    expect(whole.out).toMatch(/service/);
    expect(whole.code).toBe(command === 'check' ? 1 : 0);
  });

  test('one service that calls itself another way is compared', async () => {
    const old = lone('old.json', named('', 'tea', 'Tea', 'GetTea', 'PutTea'));
    const now = lone('now.json', named('tea-v2-2020-01-01', 'tea', 'Tea V2', 'GetTea', 'PutTea', 'DropTea'));
    const { code, out } = await apidelta(['diff', old, now, '--format', 'tsv', '--kind', 'operation-added']);
    expect(code).toBe(0);
    expect(out).toMatch(/\toperation-added\tDropTea\t/);
  });

  test('an operation that neither side has', async () => {
    const old = lone('a.json', named('tea-2020-01-01', 'tea', 'Tea', 'GetTea'));
    const now = lone('b.json', named('tea-2020-01-01', 'tea', 'Tea', 'GetTea', 'PutTea'));
    expect(await apidelta(['diff', old, now, '--operation', 'PutTee'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/has an operation PutTee; nearest: PutTea/),
    });
    expect(await apidelta(['diff', old, now, '--operation', 'put_tea'])).toMatchObject({ code: 0 });
  });

  test.each([
    [['between', 's3', '99', '100'], /^The store has no release 99: it has 1\.0\.0 to 1\.1\.0/],
    [['between', 's3', 'banana', '1.1.0'], /^The store has no release banana/],
    [['between', 's4', '1.0.0', '1.1.0'], /no service s4; nearest: s3/],
    [['log', 's3', '--since', 'abc'], /^--since abc is no version/],
    [['log', 's3', '--since', '9.0.0'], /^The store ends with 1\.1\.0/],
    [['find', ''], /^Name what to find/],
    [['find', ' '], /^Name what to find/],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await apidelta([...args, '--store', store]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim()).toMatch(sentence);
  });

  test('ingest of services that the repository does not have', async () => {
    const args = ['ingest', '--store', join(folder, 'other.db'), `git:${repository.folder}`, '--services'];
    expect(await apidelta([...args, 's4'])).toMatchObject({ code: 2, err: expect.stringMatching(/has no service s4/) });
    const { code, err } = await apidelta([...args, 's3,s4']);
    expect(code).toBe(0);
    expect(err).toMatch(/has no service s4/);
  });
});

describe('errors of what is parsed', () => {
  /** A page of a service with two operations; nothing says what the second one takes. */
  const page = (title: string) => `
${'*'.repeat(title.length)}
${title}
${'*'.repeat(title.length)}

======
Client
======

.. py:class:: ${title}.Client

  A low-level client representing ${title}::

    import boto3

    client = boto3.client('${title.toLowerCase()}')

  These are the available methods:

  *   :py:meth:\`~${title}.Client.get_tea\`

  .. py:method:: get_tea(**kwargs)

    Gets tea.

    **Request Syntax**
    ::

      response = client.get_tea(
          Name='string'
      )

    :type Name: string
    :param Name: A name.

    :rtype: dict
    :returns:

  .. py:method:: put_tea(**kwargs)

    Nothing of its request.
`;

  test('a lone file that lost something ends with 2, a tree with 0 and a line', async () => {
    const tree = join(folder, 'tree', 'services');
    mkdirSync(tree, { recursive: true });
    writeFileSync(join(tree, 'tea.rst'), page('Tea'));
    writeFileSync(join(tree, 'milk.rst'), page('Milk').split('  .. py:method:: put_tea')[0] as string);
    const lost = await apidelta(['parse', join(tree, 'tea.rst'), '--format', 'paths']);
    expect(lost.err).toMatch(/error: .*\(no-operation\)/);
    expect(lost.code).toBe(2);
    const whole = await apidelta(['parse', join(folder, 'tree'), '--format', 'paths']);
    expect(whole.err).toMatch(/^1 file has errors: what it shows is not complete\.$/m);
    expect(whole.code).toBe(0);
    expect(whole.out).toMatch(/milk\tGetTea\trequest\tName\tstring\t/);
  });
});
