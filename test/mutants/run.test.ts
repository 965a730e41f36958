/** Tests a run of mutants over a tiny project: what is killed, what survives, what is no program, and that it goes on where it ended. */
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportOf } from '../../scripts/mutants/report.ts';
import { type MutantOptions, runMutants } from '../../scripts/mutants/run.ts';
import { type TinyProject, tinyProject } from './tiny-project.ts';

let project: TinyProject;
const said: string[] = [];

beforeAll(() => {
  project = tinyProject();
});
afterAll(() => project.remove());

const run = (options: Partial<MutantOptions>) => {
  said.length = 0;
  return runMutants({
    ...{
      root: project.root,
      seed: 1,
      count: 100,
      ...{ budget: 60, patience: 20 },
      only: ['src/model/grown.ts'],
      resume: false,
      survivors: false,
    },
    ...{ equivalents: [], say: (line) => said.push(line), ...options },
  });
};
const asked = () => said.filter((line) => /^\d+ (killed|survived|timeout)/.test(line)).length;
const copies = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('apidelta-mutants-') && name.includes(`-${process.pid}-`));

test('mutants are killed where a test notices them; a run goes on where it ended; the tree is as it was', async () => {
  const before = project.texts();
  const first = await run({ count: 2 });
  expect(first).toHaveLength(2);
  expect(asked()).toBe(2);

  const all = await run({ resume: true });
  // The test of that name comes first; only what it does not notice is shown to others.
  expect(said).toContain('test/broken.test.ts does not pass without a mutant: left out');
  expect(all.slice(0, 2)).toEqual(first);
  expect(asked()).toBe(all.length - 2);
  const verdicts = all.map(({ mutant, known }) => `${mutant.operator} ${mutant.before}: ${known.verdict}`);
  expect(verdicts.toSorted()).toEqual(
    [
      "drop list.push('seen');: survived",
      "literal ', hello': killed",
      "literal 'seen': survived",
      'literal 18: killed',
      'boundary >=: killed',
    ].toSorted(),
  );
  expect(all.find(({ mutant }) => mutant.operator === 'boundary')?.known.by).toBe('test/grown.test.ts');

  await run({ survivors: true });
  expect(asked()).toBe(2);
  expect(project.texts()).toEqual(before);
  expect(copies()).toEqual([]);
  expect(reportOf(all)).toEqual([
    'folder            mutants   killed  timeout survived',
    'src/model               5        3        0        2  40 %',
    'all                     5        3        0        2  40 %',
    '',
    'Survivors:',
    "src/model/grown.ts:10 drop: list.push('seen'); → (nothing)",
    "src/model/grown.ts:10 literal: 'seen' → ''",
  ]);
}, 120_000);

test('what is no program any more is not asked about, and what nobody tests survives', async () => {
  const ended = await run({ only: ['src/model/names.ts'] });
  expect(ended.map(({ mutant: { operator, before }, known }) => [operator, before, known.verdict]).toSorted()).toEqual(
    [
      ['boundary', '>', 'survived'],
      ['literal', '0', 'survived'],
      ['negate', 'age > 0', 'survived'],
    ].toSorted(),
  );
  const lines = readFileSync(
    path.join(project.root, '.apidelta/mutants/seed-1-src-model-names.ts.jsonl'),
    'utf8',
  ).split('\n');
  const discarded = lines.filter((line) => line.includes('"discarded"'));
  expect(discarded.join('\n')).toContain('Argument of type');
});

test('an equivalent is left out', async () => {
  const equivalents = [
    ...[
      {
        file: 'src/model/names.ts',
        operator: 'boundary',
        code: "return age > 0 ? name : 'b';",
        before: '>',
        after: '>=',
        reason: 'x',
      } as const,
    ],
  ];
  const ended = await run({ only: ['src/model/names.ts'], equivalents });
  expect(ended.map(({ mutant }) => mutant.operator)).not.toContain('boundary');
});
