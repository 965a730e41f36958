/** The command line as a user meets it: output, exit codes, one clear sentence for every mistake. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { describeShared, shared } from '../shared.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string) => join(folder, name);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function apidelta(...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
  });
  return { code, out, err };
}

const page = 'content/pages/2025-11-13-elastic-load-balancing.txt';

describe('what it prints', () => {
  test('--help, --version and help of every command go to stdout with exit code 0', async () => {
    const help = await apidelta('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const command of ['build', 'ingest', 'parse', 'diff', 'log', 'find', 'between', 'doctor', 'rules', 'serve']) {
      expect(help.out).toContain(command);
      const own = await apidelta(command, '--help');
      expect(own, command).toMatchObject({ code: 0, err: '' });
      expect(own.out).toMatch(/^Usage: apidelta /);
    }
    expect((await apidelta('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('parse: canonical JSON that comes back equal', async () => {
    const { code, out } = await apidelta('parse', page);
    expect(code).toBe(0);
    expect(`${JSON.stringify(JSON.parse(out))}\n`).toBe(out);
  });

  test('parse: the changes of a page are those of the trees around it', async () => {
    const [stated, found] = [
      await apidelta('parse', page, '--format', 'changes'),
      await apidelta('diff', 'content/reference/1.40.72', 'content/reference/1.40.73', '--format', 'tsv'),
    ];
    expect(stated.out).toBe(found.out);
    expect(stated.out.trim().split('\n')).toHaveLength(18);
  });

  test('parse: changes of a source that states none', async () => {
    expect(await apidelta('parse', 'content/reference/1.40.73', '--format', 'changes')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/states no changes/),
    });
  });

  test('diff: positions on both sides, files as the user named them', async () => {
    const { out } = await apidelta(
      'diff',
      'content/reference/1.40.72',
      'content/reference/1.40.73',
      '--format',
      'json',
    );
    const [{ changes }] = (
      JSON.parse(out) as {
        services: [{ changes: { kind: string; places: { old?: unknown; new?: { file: string; line: number } }[] }[] }];
      }
    ).services;
    const added = changes.find(({ kind }) => kind === 'field-added')?.places[0];
    expect(added?.old).toBeUndefined();
    const { file, line } = added?.new ?? { file: '', line: 0 };
    expect(readFileSync(file, 'utf8').split('\n')[line - 1]).toContain('QuicServerId');
  });

  test('diff: --fail-on gives 1 where there is such a change, and 0 where there is none', async () => {
    const trees = ['content/reference/1.40.72', 'content/reference/1.40.73'] as const;
    expect((await apidelta('diff', ...trees, '--fail-on', 'dangerous')).code).toBe(1);
    expect((await apidelta('diff', ...trees, '--fail-on', 'breaking')).code).toBe(0);
    expect((await apidelta('diff', trees[0], trees[0], '--fail-on', 'any')).code).toBe(0);
  });

  test('log, find, between and doctor answer from the store', async () => {
    const store = inFolder('history.db');
    expect(await apidelta('ingest', 'content', '--store', store)).toMatchObject({ code: 0 });
    expect(
      (await apidelta('log', 'elbv2.RegisterTargets.request.Targets[].QuicServerId', '--store', store)).out,
    ).toMatch(/since 1\.40\.73 \(2025-11-13\)/);
    expect((await apidelta('find', 'quicserverid', '--store', store)).out.trim().split('\n')).toHaveLength(4);
    expect(
      (await apidelta('between', 'elbv2', '1.40.72', '1.40.73', '--format', 'tsv', '--store', store)).out
        .trim()
        .split('\n'),
    ).toHaveLength(18);
    expect(await apidelta('doctor', '--store', store)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing is wrong.'),
    });
  });
});

describe('mistakes: one clear sentence on stderr, nothing on stdout, exit code 2', () => {
  const cases: readonly (readonly [string, () => string[], RegExp])[] = [
    ['a path that does not exist', () => ['parse', inFolder('nothing')], /does not exist/],
    ['an empty file', () => ['parse', write('empty.txt', '')], /is empty/],
    ['a binary', () => ['parse', write('binary.dat', Buffer.from([0, 1, 2, 0, 255, 0, 7]))], /no source/],
    ['a folder without sources', () => ['parse', join(write('folder/hello.txt', 'hello'), '..')], /holds no source/],
    [
      'a page of which nothing is left',
      () => ['parse', write('cut.txt', readFileSync(page, 'utf8').slice(0, 120))],
      /Nothing can be read|no source/,
    ],
    [
      'a file that only looks like a model',
      () => ['parse', write('model.json', '{"metadata": {}, "operations": {}')],
      /no JSON|cannot be read/,
    ],
    ['no command', () => ['frobnicate'], /unknown command/],
    ['too few arguments', () => ['diff', 'content'], /missing required argument/],
    ['an unknown option', () => ['parse', page, '--colour'], /unknown option/],
    ['a format that there is not', () => ['diff', page, page, '--format', 'pdf'], /Allowed choices/],
    ['a day that is none', () => ['build', '--from', page, '--date', '2025-13-45'], /must be a day/],
    [
      'a store that is none',
      () => ['log', 'elbv2', '--store', write('no-store.db', 'not a database at all, only text')],
      /no store/,
    ],
    ['a store that is not there', () => ['log', 'elbv2', '--store', inFolder('none.db')], /There is no store/],
    [
      'a folder that cannot be written',
      () => ['build', '--from', page, '--out', join(write('file', 'x'), 'site')],
      /cannot be written/,
    ],
    [
      'a folder that is somebody else’s',
      () => ['build', '--from', page, '--out', join(write('mine/thesis.txt', 'x'), '..')],
      /no site of apidelta/,
    ],
    [
      'a repository that is none',
      () => ['ingest', `git:${folder}`, '--store', inFolder('git.db')],
      /no git repository/,
    ],
    ['a site that is not there', () => ['serve', '--out', inFolder('nowhere')], /There is no site/],
  ];

  test.each(cases)('%s', async (_name, args, sentence) => {
    const { code, out, err } = await apidelta(...args());
    expect(err).toMatch(sentence);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('the store and the last good site stay as they were', async () => {
    const [store, out] = [inFolder('kept.db'), inFolder('site')];
    mkdirSync(out);
    writeFileSync(join(out, 'feed.xml'), 'the last good one');
    await apidelta('ingest', 'content/reference/1.40.72', '--store', store);
    const before = (await apidelta('log', 'elbv2', '--store', store)).out;
    expect((await apidelta('ingest', 'content/reference/1.40.73', inFolder('nothing'), '--store', store)).code).toBe(2);
    expect((await apidelta('build', '--from', inFolder('nothing'), '--out', out)).code).toBe(2);
    expect((await apidelta('log', 'elbv2', '--store', store)).out).toBe(before);
    expect(readdirSync(out)).toEqual(['feed.xml']);
  });

  test('a store of a newer format is left alone', async () => {
    const store = inFolder('newer.db');
    await apidelta('ingest', 'content', '--store', store);
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(store);
    database.exec('PRAGMA user_version = 999');
    database.close();
    expect(await apidelta('ingest', 'content', '--store', store)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/format 999/),
    });
  });

  test('two at once: the second one waits, and says so when it has waited long enough', async () => {
    const store = inFolder('busy.db');
    await apidelta('ingest', 'content/pages', '--store', store);
    const { DatabaseSync } = await import('node:sqlite');
    const other = new DatabaseSync(store);
    other.exec('BEGIN IMMEDIATE');
    expect(await apidelta('ingest', 'content', '--store', store)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/in use by another/),
    });
    other.exec('ROLLBACK');
    other.close();
    expect((await apidelta('ingest', 'content', '--store', store)).code).toBe(0);
  }, 20_000);
});

test('a reader that has seen enough is no error', () => {
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const script = `{ "${process.execPath}" "${main}" rules --format json; echo "code $?" >&2; } | head -c 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '[', stderr: 'code 0\n' });
});

describeShared('the seeds', () => {
  test('seed 000 prints the 32 lines that the trees around it give', async () => {
    const stated = await apidelta('parse', shared('seeds/000_d121624282e462ae.txt'), '--format', 'changes');
    const found = await apidelta(
      'diff',
      shared('data/rst/1.40.72'),
      shared('data/rst/1.40.73'),
      '--service',
      'elbv2',
      '--format',
      'tsv',
    );
    expect(stated.out).toBe(found.out);
    expect(stated.out.trim().split('\n')).toHaveLength(32);
  });
});

function write(name: string, content: string | Buffer): string {
  const file = inFolder(name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
}
