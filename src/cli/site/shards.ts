/** A site in parts: which part a machine makes, by its options or its engine's variables, and which units are in it. */
import { UsageError } from '../io.ts';

/** One part of several; the first one is 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Engine {
  readonly name: string;
  /** The variables of the engine: the number of the part, and the number of parts. */
  readonly index: string;
  readonly count: string;
  /** The number of the first part, or the variable that has it. */
  readonly first: number | string;
  /** The variable with the step between numbers, if they do not follow each other. */
  readonly step?: string;
}

/**
 * The names that engines use (https://slurm.schedmd.com/job_array.html,
 * https://docs.aws.amazon.com/batch/latest/userguide/array_jobs.html,
 * https://docs.gitlab.com/ci/variables/predefined_variables/). Kubernetes and GitHub give the number of parts only on
 * request: the files in `scripts/engines` set these variables from it.
 */
const engines: readonly Engine[] = [
  {
    ...{ name: 'Slurm', index: 'SLURM_ARRAY_TASK_ID', count: 'SLURM_ARRAY_TASK_COUNT' },
    ...{ first: 'SLURM_ARRAY_TASK_MIN', step: 'SLURM_ARRAY_TASK_STEP' },
  },
  { name: 'AWS Batch', index: 'AWS_BATCH_JOB_ARRAY_INDEX', count: 'AWS_BATCH_JOB_ARRAY_SIZE', first: 0 },
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', count: 'JOB_COMPLETIONS', first: 0 },
  { name: 'GitLab', index: 'CI_NODE_INDEX', count: 'CI_NODE_TOTAL', first: 1 },
  { name: 'GitHub', index: 'STRATEGY_JOB_INDEX', count: 'STRATEGY_JOB_TOTAL', first: 0 },
];

/** The greatest number of parts: no site needs more. */
const maxShards = 1_000;

/** Reads `2/4`, or for `auto` the engine's environment variables. Throws a `UsageError`. */
export function shardOf(text: string, env: Environment): Shard {
  if (text === 'auto') return shardOfEngine(env);
  const [, index = '', count = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  return checked({ index: Number(index), count: Number(count) }, `--shard ${text}`);
}

function shardOfEngine(env: Environment): Shard {
  const found = engines.filter(({ index }) => env[index] !== undefined);
  const [engine, other] = found;
  if (engine === undefined)
    throw new UsageError(
      `--shard auto finds no numbers of an engine: it looks for ${engines.map(({ index }) => index).join(', ')}. Name the part, as --shard 1/4.`,
    );
  if (other !== undefined)
    throw new UsageError(
      `--shard auto finds numbers of ${engine.name} and of ${other.name}: name the part, as --shard 1/4.`,
    );
  const { index, count, first, step } = engine;
  const begin = typeof first === 'string' ? numberIn(env, first) : first;
  const width = step === undefined || env[step] === undefined ? 1 : numberIn(env, step);
  return checked(
    { index: (numberIn(env, index) - begin) / width + 1, count: numberIn(env, count) },
    `--shard auto (${engine.name})`,
  );
}

function numberIn(env: Environment, name: string): number {
  const text = env[name];
  if (text === undefined)
    throw new UsageError(`--shard auto does not find \`${name}\`: the engine has to tell it too.`);
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--shard auto cannot read \`${name}\`: it is no number.`);
  return Number(text);
}

function checked(shard: Shard, said: string): Shard {
  const { index, count } = shard;
  if (Number.isInteger(index) && index >= 1 && index <= count && count <= maxShards) return shard;
  throw new UsageError(
    `${said} names no part: it must be a number of 1 to the number of parts, as --shard 2/4; there are at most ${maxShards}.`,
  );
}

/**
 * The units of a part: heaviest first, each in the part that is lightest so far. Every machine gets the same result.
 */
export function unitsInShard<Unit extends { readonly name: string; readonly weight: number }>(
  units: readonly Unit[],
  { index, count }: Shard,
): readonly Unit[] {
  const loads = Array.from({ length: count }, () => 0);
  const own = new Set<Unit>();
  for (const unit of units.toSorted((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))) {
    const least = loads.reduce((best, load, at) => (load < (loads[best] ?? 0) ? at : best), 0);
    loads[least] = (loads[least] ?? 0) + unit.weight;
    if (least === index - 1) own.add(unit);
  }
  return units.filter((unit) => own.has(unit));
}
