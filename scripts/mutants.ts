/**
 * `npm run mutants`: makes small changes to a copy of the code, one at a time, and lists those that no test detects.
 */
import path from 'node:path';
import { scriptArguments } from './arguments.ts';
import { readEquivalents } from './mutants/equivalents.ts';
import { reportOf } from './mutants/report.ts';
import { runMutants } from './mutants/run.ts';

const { values } = scriptArguments({
  usage:
    'npm run mutants -- [--seed 1] [--count 200] [--budget 40] [--patience 20] [--only <path>]… [--resume] [--survivors]',
  positionals: [0, 0],
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    budget: { type: 'string', default: '40' },
    patience: { type: 'string', default: '20' },
    only: { type: 'string', multiple: true, default: [] },
    resume: { type: 'boolean', default: false },
    survivors: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const ended = await runMutants({
  ...{ root: path.resolve(import.meta.dirname, '..'), seed: Number(values.seed), count: Number(values.count) },
  ...{ budget: Number(values.budget), patience: Number(values.patience) },
  ...{ only: values.only, resume: values.resume, survivors: values.survivors },
  ...{ equivalents: readEquivalents(), say },
});
for (const line of ['', ...reportOf(ended)]) say(line);
