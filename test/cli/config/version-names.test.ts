/** A version is read in every form that people write it in, wherever a command takes one: boto3's numbers too. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyHistory } from './tiny-history.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-versions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { repository, store } = await tinyHistory(folder);
const inStore = (...args: string[]) => apidelta([...args, '--store', store]);

/** boto3 1.28.5 came with botocore 1.31.5. */
const spellings = ['boto3:1.28.5', 'boto3==1.28.5', 'boto3 1.28.5', 'Boto3@v1.28.5'];

describe.each(spellings)('%s', (version) => {
  const told = (option: string) => `${option} ${version} is botocore 1.31.5.\n`;

  test('show', async () => {
    const { code, out, err } = await inStore('show', 'tiny.GetThing', '--as-of', version);
    expect([code, err]).toEqual([0, told('--as-of')]);
    expect(out).toMatch(/^tiny\.GetThing as of 1\.31\.5\n/);
  });

  test('between', async () => {
    const { code, out, err } = await inStore('between', 'tiny', version, 'boto3:1.34', '--format', 'markdown');
    expect([code, err]).toEqual([0, told('<from>')]);
    expect(out).toMatch(/^# Changes from 1\.31\.5 to 1\.34\.0\n/);
  });

  test.each([
    ['--store', store],
    ['--git', repository],
  ])('check %s', async (...history) => {
    const { code, err } = await apidelta(['check', '--from', version, '--to', 'boto3:1.34.0', ...history]);
    expect([code, err]).toEqual([1, `${told('--from')}Compared botocore 1.31.5 with 1.34.0.\n`]);
    const same = await apidelta(['check', '--from', '1.31.5', '--to', version, ...history]);
    expect([same.code, same.err]).toEqual([0, `${told('--to')}Compared botocore 1.31.5 with 1.31.5.\n`]);
  });

  test('log', async () => {
    const { code, err } = await inStore('log', 'tiny', '--since', version);
    expect([code, err]).toEqual([0, told('--since')]);
  });

  test('ingest', async () => {
    const file = join(folder, 'walked.db');
    rmSync(file, { force: true });
    const walked = await apidelta(['ingest', `git:${repository}`, '--until', version, '--store', file]);
    expect([walked.code, walked.err]).toEqual([0, expect.stringContaining(told('--until'))]);
    const { err } = await apidelta(['show', 'tiny.GetThing', '--as-of', '9.9', '--store', file]);
    expect(err).toContain('it has 1.31.5 to 1.31.5');
    const since = await apidelta(['ingest', `git:${repository}`, '--since', version, '--store', file]);
    expect([since.code, since.err]).toEqual([0, expect.stringContaining(told('--since'))]);
  });
});

test.each([
  ['show', 'tiny.GetThing', '--as-of'],
  ['check', '--from'],
  ['check', '--from', '1.31.5', '--to'],
  ['log', 'tiny', '--since'],
])('a boto3 that was never released is a mistake: %s %s', async (...args) => {
  for (const version of ['boto3:1.31.0', 'boto3:2.0.0', 'boto3:latest', 'boto3:', 'boto3 == '])
    expect(await inStore(...args, version)).toEqual({
      code: 2,
      out: '',
      err: `${args.at(-1)} ${version}: nobody knows which botocore belongs to this boto3. Name botocore's version.\n`,
    });
});

test('a release of boto3 that the store lacks is told by both numbers', async () => {
  const { code, err } = await inStore('show', 'tiny.GetThing', '--as-of', 'boto3:1.28.6');
  expect([code, err]).toEqual([
    2,
    '--as-of boto3:1.28.6 is botocore 1.31.6.\nThe store has no release 1.31.6: it has 1.31.5 to 1.34.0; next to it: 1.31.5, 1.34.0.\n',
  ]);
});

describe.each(['v1.34.0', '1.34', ' 1.34.0 ', 'botocore==1.34.0', 'botocore 1.34', 'V1.34', '1.34.0.0'])(
  '%j',
  (version) => {
    test('is 1.34.0', async () => {
      const shown = await inStore('show', 'tiny.GetThing', '--as-of', version);
      expect([shown.code, shown.err]).toEqual([0, '']);
      expect(shown.out).toMatch(/^tiny\.GetThing as of 1\.34\.0\n/);
      const between = await inStore('between', 'tiny', '1.31.5', version, '--format', 'markdown');
      expect(between.out).toMatch(/^# Changes from 1\.31\.5 to 1\.34\.0\n/);
      for (const where of [
        ['--store', store],
        ['--git', repository],
      ]) {
        const checked = await apidelta(['check', '--from', '1.31.5', '--to', version, ...where]);
        expect([checked.code, checked.err]).toEqual([1, 'Compared botocore 1.31.5 with 1.34.0.\n']);
        const same = await apidelta(['check', '--from', '1.34.0', '--to', version, ...where]);
        expect([same.code, same.err]).toEqual([0, 'Compared botocore 1.34.0 with 1.34.0.\n']);
      }
    });

    test('is a border that belongs to the range', async () => {
      const all = await inStore('log', 'tiny', '--since', '1.34.0');
      expect(all.out).toContain('DropThing');
      expect(await inStore('log', 'tiny', '--since', version)).toEqual(all);
      for (const border of ['--since', '--until']) {
        const file = join(folder, 'border.db');
        rmSync(file, { force: true });
        const walked = await apidelta(['ingest', `git:${repository}`, border, version, '--store', file]);
        expect(walked.code).toBe(0);
        expect((await apidelta(['show', 'tiny.GetThing', '--as-of', '1.34.0', '--store', file])).code).toBe(0);
      }
    });

    test('ends an ignore', async () => {
      const file = join(folder, 'own.json');
      const ignore = { rule: 'operation-removed', until: version, reason: 'not used' };
      writeFileSync(file, JSON.stringify({ ignore: [ignore] }));
      const { err } = await inStore('check', '--from', '1.31.5', '--config', file);
      expect(err).toMatch(/The ignore of operation-removed ended with 1\.34(?:\.0)*\./);
    });
  },
);

test('the numbers of boto3 end an ignore too', async () => {
  const file = join(folder, 'own.json');
  const ignoring = async (until: string) => {
    writeFileSync(file, JSON.stringify({ ignore: [{ rule: 'operation-removed', until, reason: 'not used' }] }));
    return inStore('check', '--from', '1.31.5', '--config', file);
  };
  expect((await ignoring('boto3:1.28.5')).err).toContain('ended with 1.31.5.');
  expect((await ignoring('boto3:1.31.0')).err).toContain('expected a version such as 1.41.0');
});

test('each command says in its help that it knows boto3', async () => {
  for (const command of ['show', 'between', 'check', 'log', 'ingest', 'build'])
    expect((await apidelta([command, '--help'])).out.replace(/\s+/g, ' '), command).toContain('boto3:1.26.27');
});
