/** `check`: verdicts, configuration, and upgrades of versions that projects pin. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apidelta } from './run-cli.ts';
import { tinyModels } from './tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [before, after] = tinyModels(folder);
const write = (name: string, text: string) => {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
};
const config = (value: unknown) => write('own.json', typeof value === 'string' ? value : JSON.stringify(value));
const check = (...args: string[]) => apidelta(['check', ...args]);

describe('two sources', () => {
  test('ends with 1 where something breaks, with 0 where nothing does', async () => {
    expect((await check(before, after)).code).toBe(1);
    expect((await check(before, before)).code).toBe(0);
    expect((await check(before, after, '--fail-on', 'none')).code).toBe(0);
    expect((await check(before, after, '--kind', 'field-added')).code).toBe(0);
    expect((await check(before, after, '--kind', 'field-added', '--fail-on', 'any')).code).toBe(1);
  });

  test.each([
    [['check'], /--requirements or --from/],
    [['check', before], /--requirements or --from/],
    [['check', before, after, '--from', '1.0.0'], /not both/],
    [['check', '--from', 'new'], /no version/],
    [['check', '--from', '1.0.0', '--store', join(folder, 'none.db')], /no store at/],
    [['check', '--requirements', join(folder, 'none.txt')], /does not exist/],
  ])('%j is a mistake', async (args, message) => {
    expect(await apidelta(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });
});

describe('configuration', () => {
  test('gives kinds another severity', async () => {
    const file = config({ severity: { 'operation-removed': 'safe', 'field-added': 'breaking' } });
    const { out } = await check(before, after, '--config', file, '--format', 'tsv');
    expect(out).toMatch(/operation-removed\tDropThing.*\tsafe\tsdk\t/);
    expect(out).toMatch(/field-added\t.*\tbreaking\tsdk\t/);
  });

  test('keeps back what was accepted, with the reason, and tells of ignores that match nothing', async () => {
    const file = config({
      ignore: [
        { rule: 'operation-removed', path: 'tiny.Drop*', reason: 'we never called it' },
        { rule: 'enum-value-added', path: 'tiny.*.request.Kind', reason: 'handled' },
        { rule: 'field-removed', path: 'tiny.Other', reason: 'gone' },
      ],
    });
    const { out, err } = await check(before, after, '--config', file, '--format', 'tsv');
    expect(out).not.toContain('operation-removed');
    expect(out).not.toMatch(/enum-value-added\tGetThing\trequest/);
    expect(out).toMatch(/enum-value-added\tGetThing\tresponse/);
    expect(err).toContain('Ignored: operation-removed at tiny.Drop* at 1 place, because: we never called it');
    expect(err).toContain('The ignore of field-removed at tiny.Other matches nothing');
  });

  test('a severity is that of the places that are left', async () => {
    const file = config({ ignore: [{ rule: 'enum-value-added', path: '*.response.*', reason: 'we read any value' }] });
    const { out } = await check(before, after, '--config', file, '--kind', 'enum-value-added', '--format', 'json');
    expect(JSON.parse(out).services[0].changes).toMatchObject([{ severity: 'safe' }]);
  });

  test.each([
    ['{', /is no JSON/],
    [{ ignored: [] }, /`ignored`/],
    [{ severity: { nothing: 'safe' } }, /Unexpected kind `nothing`/],
    [{ severity: { 'field-added': 'bad' } }, /severity\.field-added/],
    [{ ignore: [{ rule: 'field-added' }] }, /ignore\.0\.reason/],
    [{ ignore: [{ rule: 'field-added', reason: ' ' }] }, /reason/],
    [{ ignore: [{ rule: 'field-added', reason: 'x', until: 'soon' }] }, /expected a version/],
    [[], /cannot be used/],
  ])('%j is a mistake', async (value, message) => {
    expect(await check(before, after, '--config', config(value))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(message),
    });
  });

  test('a file that is named must be there', async () => {
    expect(await check(before, after, '--config', join(folder, 'none.json'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no configuration/),
    });
  });
});

describe('the upgrade of a pinned version', () => {
  const repository = join(folder, 'clone');
  const store = join(folder, 'store.db');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@example', ...args], {
      stdio: 'pipe',
    });
  const release = (models: string, version: string) => {
    cpSync(join(models, 'tiny'), join(repository, 'botocore', 'data', 'tiny'), { recursive: true });
    git('add', '-A');
    git('commit', '-q', '-m', version);
    git('tag', version);
  };

  beforeAll(async () => {
    mkdirSync(repository, { recursive: true });
    git('init', '-q');
    release(before, '1.31.5');
    release(after, '1.34.0');
    expect(await apidelta(['ingest', `git:${repository}`, '--store', store])).toMatchObject({ code: 0 });
  });

  const files: readonly (readonly [string, string])[] = [
    [
      'requirements.txt',
      '# comment\nrequests==2.0.0\nbotocore[crt]==1.31.5 ; python_version > "3.8" \\\n  --hash=sha256:00\n',
    ],
    ['boto3.txt', 'boto3==1.28.5\n'],
    ['parentheses.txt', 'boto3 [crt] (==1.28.5) ; python_version > "3.8"\n'],
    ['zeros.txt', 'boto3==1.28.5.0\n'],
    ['twice.txt', 'boto3==1.28.5 ; python_version < "3.9"\nboto3==1.28.5 ; python_version >= "3.9"\n'],
    ['stubs.txt', 'boto3-stubs==1.34.0\nboto3==1.28.5\n'],
    ['both.txt', 'boto3==1.28.5\nbotocore==1.31.5\n'],
    [
      'uv.lock',
      'version = 1\n\n[[package]]\nname = "boto3"\nversion = "1.28.5"\n\n[[package]]\nname = "botocore"\nversion = "1.31.5"\n',
    ],
    [
      'poetry.lock',
      '[[package]]\nname = "botocore"\nversion = "1.31.5"\n\n[package.extras]\ncrt = ["awscrt"]\n\n[[package]]\nname = "x"\nversion = "1.0"\n',
    ],
    [
      'comments/uv.lock',
      '# locked\r\nversion = 1 # of the file\r\n\r\n[[package]] # the SDK\r\nname = "botocore" # its core\r\nversion = "1.31.5"\r\n',
    ],
    [
      'forms/poetry.lock',
      '[[ package ]]\n"name" = \'BotoCore\'\ndescription = """\n[[package]]\nname = "botocore"\nversion = "1.0.0"\n"""\nversion = \'1.31.5\'\n',
    ],
    ['inline/pdm.lock', 'package = [{ name = "botocore", version = "1.31.5" }, { name = "local", path = "." }]\n'],
    ['Pipfile.lock', JSON.stringify({ default: { botocore: { version: '==1.31.5' } } })],
  ];

  test.each(files)('%s', async (name, text) => {
    const args = ['--requirements', write(name, text), '--to', '1.34.0', '--format', 'tsv'];
    const fromStore = await check(...args, '--store', store);
    expect(fromStore).toMatchObject({ code: 1, err: expect.stringContaining('1.31.5') });
    expect(fromStore.out).toContain('tiny\toperation-removed\tDropThing');
    if (name === 'boto3.txt') expect(fromStore.err).toContain('boto3 1.28.5, which is botocore 1.31.5');
    expect((await check(...args, '--git', repository)).out).toBe(fromStore.out);
  });

  test.each([
    ['broken/uv.lock', '[[package]\nname = "botocore"\n', 'is no TOML document: '],
    ['unclosed/poetry.lock', '[[package]]\nname = "botocore\nversion = "1.31.5"\n', 'is no TOML document: '],
    ['odd/uv.lock', 'package = 1\n', 'names neither botocore nor boto3'],
    ['rows/uv.lock', 'package = [1, [], { name = 2, version = "1.31.5" }]\n', 'names neither botocore nor boto3'],
    ['large/uv.lock', 'size = 99999999999999999999\npackage = []\n', 'names neither botocore nor boto3'],
    ['list/Pipfile.lock', '[]', 'names neither botocore nor boto3'],
    ['null/Pipfile.lock', '{"default": {"boto3": null, "botocore": {"version": 1}}, "develop": 3}', 'names neither'],
    ['text/Pipfile.lock', 'botocore', 'is no JSON document'],
    ['null/package-lock.json', '{"packages": null}', 'pins the SDK for JavaScript'],
  ])('%s is a mistake in one sentence', async (name, text, words) => {
    const { code, out, err } = await check('--requirements', write(name, text), '--to', '1.34.0', '--store', store);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('a pin with two numbers is the release that ends with 0, as pip takes it', async () => {
    const { err } = await check('--requirements', write('short.txt', 'botocore==1.34\n'), '--store', store);
    expect(err).toContain('has botocore 1.34.0.');
    expect(await check('--requirements', write('short.txt', 'botocore==1.34\n'), '--git', repository)).toMatchObject({
      code: 0,
    });
  });

  test('--to is the newest version where it is not given, and --service keeps one service', async () => {
    const { code, out } = await check('--from', '1.31.5', '--service', 'tiny', '--format', 'json', '--store', store);
    expect([code, JSON.parse(out).new.version]).toEqual([1, '1.34.0']);
  });

  test('a service that a partial source shows only later is unknown before, not new', async () => {
    const partial = join(folder, 'partial.db');
    const older = join(folder, 'older', 'other', '2020-01-01');
    mkdirSync(older, { recursive: true });
    cpSync(join(before, 'tiny', '2020-01-01', 'service-2.json'), join(older, 'service-2.json'));
    expect((await apidelta(['ingest', join(folder, 'older'), '--as', '1.31.5', '--store', partial])).code).toBe(0);
    expect((await apidelta(['ingest', after, '--as', '1.34.0', '--store', partial])).code).toBe(0);
    const { code, out, err } = await check('--from', '1.31.5', '--store', partial);
    expect([code, out.trim()]).toEqual([0, 'no changes']);
    expect(err).toContain('so not compared: tiny');
  });

  test('an ignore ends with the version that it names', async () => {
    const ignore = (until: string) => config({ ignore: [{ rule: 'operation-removed', until, reason: 'not used' }] });
    const args = ['--from', '1.31.5', '--to', '1.34.0', '--format', 'tsv', '--store', store];
    expect((await check(...args, '--config', ignore('1.35.0'))).out).not.toContain('operation-removed');
    const ended = await check(...args, '--config', ignore('1.34.0'));
    expect(ended.out).toContain('operation-removed');
    expect(ended.err).toContain('ended with 1.34.0');
  });

  test('a service that neither release has is a mistake, beside others too', async () => {
    for (const services of [['tini'], ['tiny', 'tini']]) {
      const named = services.flatMap((id) => ['--service', id]);
      const { code, out, err } = await check('--from', '1.31.5', '--to', '1.34.0', '--git', repository, ...named);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/tini/);
    }
  });

  test.each([
    [['--from', '1.2.0'], /begins with 1\.31\.5/],
    [['--from', '1.31.5', '--to', '9.0.0'], /ends with 1\.34\.0/],
    [['--from', '1.34.0', '--to', '1.31.5'], /newer than/],
    [['--from', '1.31.5', '--service', 'none'], /no service none/],
  ])('%j is a mistake', async (args, message) => {
    expect(await check(...args, '--store', store)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(message),
    });
  });

  test.each([
    ['loose.txt', 'boto3>=1.28\n', /does not pin/],
    ['nothing.txt', 'requests==1.0.0\n', /neither botocore nor boto3/],
    ['only-stubs.txt', 'boto3-stubs==1.34.0\n', /neither botocore nor boto3/],
    ['only-aio.txt', 'aiobotocore==2.9.0\nbotocore-stubs>=1.30\n', /neither botocore nor boto3/],
    [
      'differ.txt',
      '# two\nboto3==1.28.5 ; python_version < "3.9"\nboto3==1.34.0 ; python_version >= "3.9" \\\n  --hash=sha256:00\n',
      /to 1\.28\.5 in line 2 \(`boto3==1\.28\.5 ; python_version < "3\.9"`\) and to 1\.34\.0 in line 3 \(`boto3==1\.34\.0 ; python_version >= "3\.9"`\): keep one of them, .*--from/,
    ],
    [
      'base/dev.txt',
      '-r other.txt\n',
      /names neither botocore nor boto3, but includes .*base\/other\.txt: name that file/,
    ],
    [
      'pair.txt',
      'boto3\n-c a.txt\n--requirement=b.txt # x\n',
      /\(`boto3`\), but includes .*a\.txt and .*b\.txt: name the one/,
    ],
    ['unheard.txt', 'boto3==1.30.0\n', /--from/],
    ['package-lock.json', JSON.stringify({ packages: { 'node_modules/@aws-sdk/client-s3': {} } }), /JavaScript.*s3/],
    ['package-lock.json', '[', /no JSON/],
  ])('%s is a mistake', async (name, text, message) => {
    expect(await check('--requirements', write(name, text), '--store', store)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(message),
    });
  });
});
