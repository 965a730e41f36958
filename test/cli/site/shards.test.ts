/** Sites in parts: by the numbers of a user or an engine, and together again what one machine makes. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../../src/cli/commands/build.ts';
import { ingestCommand } from '../../../src/cli/commands/ingest.ts';
import { mergeCommand } from '../../../src/cli/commands/merge.ts';
import { shardOf, unitsInShard } from '../../../src/cli/site/shards.ts';
import { contentsOf } from './tiny-site.ts';

describe('which part it is', () => {
  test.each([
    ['1/1', { index: 1, count: 1 }],
    ['2/4', { index: 2, count: 4 }],
    ['16/16', { index: 16, count: 16 }],
    ['1/1000', { index: 1, count: 1000 }],
  ])('%s', (text, shard) => expect(shardOf(text, {})).toEqual(shard));

  test.each(['0/4', '5/4', '1/0', '', '1', '1/4/2', '-1/4', '1/4x', 'a/b', '1/1001', '1/9999'])('%s is none', (text) =>
    expect(() => shardOf(text, {})).toThrow('names no part'),
  );

  test.each([
    ['Slurm', { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '1' }, 3],
    ['Slurm from 0', { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '0' }, 4],
    [
      'Slurm in steps',
      { SLURM_ARRAY_TASK_ID: '5', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_STEP: '2' },
      3,
    ],
    ['AWS Batch', { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '4' }, 1],
    ['Kubernetes', { JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: '4' }, 2],
    ['GitLab', { CI_NODE_INDEX: '4', CI_NODE_TOTAL: '4' }, 4],
    ['GitHub', { STRATEGY_JOB_INDEX: '2', STRATEGY_JOB_TOTAL: '4' }, 3],
  ])('auto: %s', (_, env, index) => expect(shardOf('auto', env)).toEqual({ index, count: 4 }));

  test('auto without an engine, with two, and with what is no number', () => {
    expect(() => shardOf('auto', {})).toThrow('finds no numbers of an engine');
    const two = { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2', JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: '4' };
    expect(() => shardOf('auto', two)).toThrow('finds numbers of Kubernetes and of GitLab');
    expect(() => shardOf('auto', { CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '2' })).toThrow('cannot read `CI_NODE_INDEX`');
    expect(() => shardOf('auto', { JOB_COMPLETION_INDEX: '0' })).toThrow('does not find `JOB_COMPLETIONS`');
    // An array that skips numbers is no row of parts.
    const gaps = { SLURM_ARRAY_TASK_ID: '9', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '1' };
    expect(() => shardOf('auto', gaps)).toThrow('names no part');
  });
});

test('each unit is in one part, and no part has much more than another', () => {
  const units = Array.from({ length: 500 }, (_, at) => ({ name: `unit ${at}`, weight: (at * 7919) % 101 }));
  for (const count of [1, 2, 4, 16, 600]) {
    const parts = Array.from({ length: count }, (_, at) => unitsInShard(units, { index: at + 1, count }));
    expect(parts.flat().length).toBe(500);
    expect(new Set(parts.flat()).size).toBe(500);
    const loads = parts.map((part) => part.reduce((sum, { weight }) => sum + weight, 0));
    if (count <= 16) expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(101);
  }
});

describe('parts of a site', () => {
  const top = mkdtempSync(join(tmpdir(), 'apidelta-shards-'));
  afterAll(() => rmSync(top, { recursive: true, force: true }));
  const at = (name: string): string => join(top, name);
  const io = { stdout: { write: () => {} }, stderr: { write: () => {} }, env: process.env };
  const flags = {
    store: at('store.db'),
    site: 'https://example.org',
    base: '/docs/',
    headers: true,
    precompress: true,
  };
  const part = (index: number, count: number) => at(`part-${index}-of-${count}`);
  let whole: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    for (const source of ['content/reference/1.40.72', 'content/reference/1.40.73'])
      await ingestCommand([source], { store: flags.store }, io);
    await build({ ...flags, out: at('whole') }, io);
    whole = contentsOf(at('whole'));
    for (const index of [1, 2, 3]) await build({ ...flags, out: part(index, 3), shard: `${index}/3` }, io);
  }, 120_000);

  test.each([[[1, 2, 3]], [[3, 1, 2]]])('in the order %j they are what one machine makes', async (order) => {
    await mergeCommand(
      order.map((index) => part(index, 3)),
      { out: at('merged') },
      io,
    );
    expect(contentsOf(at('merged'))).toEqual(whole);
  });

  test('a part that was broken off and made again is the same part', async () => {
    const env = { ...process.env, SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '1' };
    const before = contentsOf(part(2, 3));
    rmSync(part(2, 3), { recursive: true });
    await build({ ...flags, out: part(2, 3), shard: 'auto' }, { ...io, env });
    expect(contentsOf(part(2, 3))).toEqual(before);
  }, 300_000);

  test('a missing part, a doubled one, one of another site, and what is none', async () => {
    const merge = (...folders: string[]) => mergeCommand(folders, { out: at('refused') }, io);
    await expect(merge(part(1, 3), part(3, 3))).rejects.toThrow('Of 3 parts this one is missing: 2.');
    cpSync(part(1, 3), at('copy'), { recursive: true });
    await expect(merge(part(1, 3), at('copy'), part(2, 3), part(3, 3))).rejects.toThrow('are both part 1 of 3');
    await build({ ...flags, base: '/other/', out: at('strange'), shard: '2/3' }, io);
    await expect(merge(part(1, 3), at('strange'), part(3, 3))).rejects.toThrow('are not parts of one site');
    await expect(merge(part(1, 3), at('whole'))).rejects.toThrow('is no part of a site');
    await expect(merge(at('store.db'))).rejects.toThrow('is a file: the parts of a site are folders');
    await expect(merge(at('nowhere'))).rejects.toThrow('is no part of a site');
    writeFileSync(join(at('copy'), 'index.html'), 'something else');
    const [page = ''] = Object.keys(contentsOf(at('copy'))).filter((name) => name.endsWith('/index.html'));
    writeFileSync(join(at('copy'), page), 'something else');
    await expect(merge(at('copy'), part(2, 3), part(3, 3))).rejects.toThrow('is not as it was written');
    await expect(build({ ...flags, out: at('whole'), shard: '1/3', verify: true }, io)).rejects.toThrow(
      'merge its parts',
    );
    await expect(build({ ...flags, out: at('whole'), shard: '1/3' }, io)).rejects.toThrow('holds a whole site');
    await expect(build({ ...flags, out: part(1, 3), shard: '2/3' }, io)).rejects.toThrow('holds part 1 of 3');
    expect(contentsOf(at('whole'))).toEqual(whole);
  }, 300_000);

  test.each([
    ['the number of parts', (list: string) => list.replace('"count": 3', '"count": 30000000000')],
    ['the address', (list: string) => list.replace('"site": "https://example.org"', '"site": "nonsense"')],
    ['a unit', (list: string) => list.replace('"reference elbv2"', '"reference zzz"')],
    ['a fingerprint', (list: string) => list.replace(/"print": "./, '"print": "?')],
    ['the part', (list: string) => list.replace(/"part": \{[^}]*\}/, '"part": "x"')],
  ])('a list in which somebody changed %s is refused', async (_, change) => {
    const parts = [1, 2, 3].map((index) => at(`changed-${index}`));
    for (const [place, folder] of parts.entries()) {
      rmSync(folder, { recursive: true, force: true });
      cpSync(part(place + 1, 3), folder, { recursive: true });
      const file = join(folder, 'apidelta-site.json');
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    }
    await expect(mergeCommand(parts, { out: at('refused') }, io)).rejects.toThrow('is not as apidelta wrote it');
  });
});
