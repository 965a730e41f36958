/** Pins of boto3 and botocore in one file that cannot be installed together: both are told, and which one is compared. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyHistory } from './tiny-history.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-two-pins-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { store, write } = await tinyHistory(folder);
const check = (file: string) => apidelta(['check', '--requirements', file, '--store', store]);

/** Name, text, and the lines of botocore and boto3. boto3 1.28.5 was made with botocore 1.31.5. */
const disagreeing = [
  ['plain.txt', 'boto3==1.34.0\nbotocore==1.31.5\n', 2, 1, '1.34.0', '1.34.0'],
  ['newer.txt', 'botocore==1.31.5\n\nboto3==1.28.6\n', 1, 3, '1.28.6', '1.31.6'],
  ['marked.txt', 'boto3==1.34.0; python_version < "3.9"\nbotocore==1.31.5\n', 2, 1, '1.34.0', '1.34.0'],
  [
    'lists/pyproject.toml',
    '[project]\ndependencies = ["botocore==1.31.5"]\n[dependency-groups]\ndev = [\n "boto3==1.34.0",\n]\n',
    2,
    5,
    '1.34.0',
    '1.34.0',
  ],
  [
    'uv.lock',
    '[[package]]\nname = "boto3"\nversion = "1.34.0"\n\n[[package]]\nname = "botocore"\nversion = "1.31.5"\n',
    7,
    3,
    '1.34.0',
    '1.34.0',
  ],
  [
    'Pipfile.lock',
    JSON.stringify({ default: { boto3: { version: '==1.34.0' }, botocore: { version: '==1.31.5' } } }, null, 1),
    7,
    4,
    '1.34.0',
    '1.34.0',
  ],
] as const;

test.each(disagreeing)('%s', async (name, text, line, boto3Line, boto3, needs) => {
  const file = write(name, text);
  const { code, err } = await check(file);
  expect([code, err]).toEqual([
    1,
    `${file}:${line} pins botocore 1.31.5, but boto3 ${boto3} (${file}:${boto3Line}) needs botocore ${needs} or a later ${needs.slice(0, 4)}: both cannot be installed. botocore's own pin counts; name another version with --from.\n${file} has botocore 1.31.5.\nCompared botocore 1.31.5 with 1.34.0.\n`,
  ]);
});

const agreeing = [
  ['equal.txt', 'boto3==1.28.5\nbotocore==1.31.5\n'],
  // boto3 accepts every later release of the same line.
  ['later.txt', 'boto3==1.28.0\nbotocore==1.31.5\n'],
  ['older.txt', 'boto3==1.28.4.0\nbotocore==1.31.5\n'],
  // They are for different systems, so both are never installed together.
  ['systems.txt', 'boto3==1.31.5; os_name == "nt"\nbotocore==1.31.5; os_name != "nt"\n'],
  // Nobody knows what this boto3 needs.
  ['unknown.txt', 'boto3==1.31.0\nbotocore==1.31.5\n'],
] as const;

test.each(agreeing)('%s says nothing of the kind', async (name, text) => {
  expect((await check(write(`agreeing/${name}`, text))).err).not.toContain('cannot be installed');
});

test('a disagreement is told beside several pins', async () => {
  const text =
    'botocore==1.31.5; os_name == "nt"\nbotocore==1.34.0; os_name != "nt"\nboto3==1.34.0; os_name == "nt"\nboto3==1.34.0; os_name != "nt"\n';
  const file = write('several.txt', text);
  const { err } = await check(file);
  expect(err).toContain('each for other Pythons or systems: the oldest is compared');
  expect(err).toContain(`${file}:1 pins botocore 1.31.5, but boto3 1.34.0 (${file}:3) needs botocore 1.34.0 `);
  expect(err).not.toContain(`${file}:2 pins`);
});
