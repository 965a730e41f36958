/** `check` with wheels: the version in use and the one to go to, found among what pip downloaded. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeZip } from '../../sources/make-zip.ts';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-wheels-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [before, after] = tinyModels(folder);

const wheels = join(folder, 'wheels');
mkdirSync(wheels);
const wheel = (version: string, models: string) => {
  const model = readFileSync(join(models, 'tiny', '2020-01-01', 'service-2.json'));
  const file = join(wheels, `botocore-${version}-py3-none-any.whl`);
  const zip = makeZip([
    { name: 'botocore/__init__.py', content: Buffer.from(`__version__ = '${version}'\n`) },
    { name: 'botocore/data/tiny/2020-01-01/service-2.json', content: model },
  ]);
  writeFileSync(file, zip);
  return file;
};
const old = wheel('1.31.5', before);
const between = wheel('1.33.10', before);
const now = wheel('1.34.0', after);
// What pip brings along is no botocore, however broken.
writeFileSync(join(wheels, 'boto3-1.34.0-py3-none-any.whl'), 'no zip');
writeFileSync(join(wheels, 'botocore-1.35.0.txt'), 'no wheel');

const pins = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const requirements = pins('requirements.txt', 'boto3==1.28.5\n');
const check = (...args: string[]) => apidelta(['check', ...args]);

describe('the upgrade', () => {
  test.each([
    ['--wheels', [wheels]],
    ['--wheels', [old, now]],
    ['--from', [wheels]],
  ])('%s %j', async (option, paths) => {
    const args = ['--requirements', requirements, '--to', '1.34.0', '--format', 'tsv', option, ...paths];
    const { code, out, err } = await check(...args);
    expect(code).toBe(1);
    expect(out).toContain('tiny\toperation-removed\tDropThing');
    expect(err).toContain('boto3 1.28.5, which is botocore 1.31.5');
    expect(err).toContain('Compared botocore 1.31.5 with 1.34.0.');
    expect((await check(...args, '--fail-on', 'none')).code).toBe(0);
  });

  test('a version with two numbers is the release that ends with 0', async () => {
    const { code, err } = await check('--wheels', wheels, '--from', '1.31.5', '--to', '1.34');
    expect(code).toBe(1);
    expect(err).toMatch(/^Compared botocore 1\.31\.5 with 1\.34(?:\.0)?\.$/m);
  });

  test('two wheels beside the requirements are where versions are looked up, in any order', async () => {
    const { code, out } = await check(now, old, '--requirements', requirements, '--format', 'json');
    expect([code, JSON.parse(out).old.version, JSON.parse(out).new.version]).toEqual([1, '1.31.5', '1.34.0']);
  });

  test('goes to the newest where --to is not given, and from --from where no file says it', async () => {
    const newest = await check('--from', '1.33.10', '--wheels', wheels, '--format', 'json');
    expect([newest.code, JSON.parse(newest.out).new.version]).toEqual([1, '1.34.0']);
    expect((await check('--from', '1.31.5', '--wheels', wheels, '--to', '1.33.10')).code).toBe(0);
  });

  test('two wheels alone are two sources', async () => {
    expect((await check(between, now)).code).toBe(1);
  });
});

describe('mistakes', () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const other = pins('other.txt', 'botocore==1.32.0\n');
  test('of many wheels twelve are named', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let minor = 1; minor <= 13; minor++) writeFileSync(join(many, `botocore-1.${minor}.0-py3-none-any.whl`), '');
    const { code, err } = await check('--requirements', other, '--to', '1.40.0', '--wheels', many);
    expect(code).toBe(2);
    expect(err).toContain(
      ', only of 1.1.0, 1.2.0, 1.3.0, 1.4.0, 1.5.0, 1.6.0, 1.7.0, 1.8.0, 1.9.0, 1.10.0, 1.11.0, 1.12.0, …: ',
    );
  });

  test.each([
    [
      ['--requirements', other, '--wheels', wheels],
      /no wheel of botocore 1\.32\.0 .*only of 1\.31\.5, 1\.33\.10 and 1\.34\.0/,
    ],
    [
      ['--requirements', requirements, '--to', '1.40.0', '--wheels', wheels],
      /no wheel of botocore 1\.40\.0 .*1\.34\.0/,
    ],
    [['--requirements', requirements, '--wheels', empty], /holds no wheel of botocore/],
    [['--requirements', requirements, '--wheels', join(folder, 'none')], /does not exist/],
    [['--requirements', requirements, '--wheels', wheels, '--git', folder], /not both/],
    [['--wheels', wheels], /in use/],
    [['--from', wheels], /in use.*--requirements/],
    [['--from', '1.34.0', '--to', '1.31.5', '--wheels', wheels], /newer than/],
    [['--from', 'nowhere'], /no version/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await check(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(
      err
        .trim()
        .split('\n')
        .filter((line) => !line.includes(' has boto')).length,
    ).toBe(1);
  });
});
