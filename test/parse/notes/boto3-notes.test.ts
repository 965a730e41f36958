/** Notes and documentation of boto3 go to the release of botocore that boto3 was made with. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';
import { unitVersion } from '../../../src/sources/index.ts';
import { apidelta } from '../../cli/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-boto3-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const changelog = (mark: string) =>
  `=========\nCHANGELOG\n=========\n\n1.26.20\n=======\n\n* api-change:\`\`carts\`\`: ${mark}Adds a thing.\n* feature:Session: Reads a file.\n\n\n1.5.3\n=====\n\n* api-change:\`\`carts\`\`: ${mark}Adds another.\n`;

const notesOf = (name: string, text: string) =>
  parseDocuments('release-notes', [{ name, text }]).notes.map(({ version, text: [first] }) => [
    version,
    first?.type === 'paragraph' ? first.children.map((child) => ('value' in child ? child.value : '')).join('') : '',
  ]);

test('a changelog of boto3 has the numbers of botocore, and no marks', () => {
  expect(notesOf('CHANGELOG.rst', changelog('[``botocore``] '))).toEqual([
    ['1.29.20', 'Adds a thing.'],
    ['1.29.20', 'Reads a file.'],
    ['1.8.17', 'Adds another.'],
  ]);
  expect(notesOf('CHANGELOG.rst', changelog(''))[0]).toEqual(['1.26.20', 'Adds a thing.']);
});

test('so have the files of its releases', () => {
  const entry = { category: '``carts``', description: '[``botocore``] Adds a thing.', type: 'api-change' };
  expect(notesOf('.changes/1.26.20.json', JSON.stringify([entry]))).toEqual([['1.29.20', 'Adds a thing.']]);
});

test('what boto3 documents is told apart from what botocore does, unless a user says the version', () => {
  const page = (client: string) =>
    `Carts\n=====\n\nClient\n------\n\n.. py:class:: Carts.Client\n\n  A client::\n\n    ${client}\n\n  .. py:method:: open_cart(**kwargs)\n\n    Opens a cart.\n\n    **Request Syntax**\n    ::\n\n      response = client.open_cart()\n`;
  const numbering = (client: string) =>
    parseDocuments('reference-rst', [{ name: 'carts.rst', text: page(client) }]).numbering;
  const botocores = numbering("client = session.create_client('carts')");
  const boto3s = numbering("client = boto3.client('carts')");
  expect([botocores, boto3s]).toEqual(['botocore', 'boto3']);
  const of = (version: string, isNamed: boolean) =>
    unitVersion({ version, isNamed }, { version: null, numbering: 'boto3' });
  expect([of('1.26.27', false), of('1.26.27', true), of('1.40.1', false)]).toEqual(['1.29.27', '1.26.27', '1.40.1']);
});

test('--as boto3: names the release of botocore', async () => {
  const model = join(folder, 'model', 'carts', '2020-01-01');
  mkdirSync(model, { recursive: true });
  writeFileSync(
    join(model, 'service-2.json'),
    JSON.stringify({
      metadata: { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: 'Carts', uid: 'carts-2020-01-01' },
      operations: { Open: { name: 'Open', http: { method: 'POST', requestUri: '/' } } },
      shapes: {},
    }),
  );
  const store = join(folder, 'store.db');
  const args = ['ingest', '--store', store, join(folder, 'model'), '--as'];
  expect((await apidelta([...args, 'boto3:1.26.27'])).code).toBe(0);
  expect((await apidelta(['log', 'carts.Open', '--store', store])).out).toContain(
    'since 1.29.27 or earlier (boto3 1.26.27)',
  );
  const wrong = await apidelta([...args, 'boto3:1.30.9']);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('no boto3 `1.30.9`')]);
});
