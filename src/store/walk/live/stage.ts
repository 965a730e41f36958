/**
 * Follows chains and saves the results: in workers, while the main thread only writes, or in this thread if there are
 * few.
 */
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { BlobReader, type Repository } from '../../../sources/index.ts';
import type { Database } from '../../database/database.ts';
import { putPacked } from '../../packing/blobs.ts';
import type { WorkerReport, WorkerStart, WorkerTask } from './messages.ts';
import { unpackError } from './sent-error.ts';
import { work } from './work.ts';

/**
 * This many revisions take less time than starting a worker, which must load all of its code. A second worker needs
 * twice as many.
 */
const few = 24;

/** Gets the progress of the work. */
export interface WalkProgress {
  onPlan?(revisions: number): void;
  onRevisions?(count: number): void;
}

/** A chain to follow, and the fingerprint of what it is made from. */
export interface StageTask {
  readonly task: WorkerTask;
  readonly plan: string;
}

export interface StageOptions {
  readonly repository: Repository;
  readonly start: WorkerStart;
  /** The greatest number of workers. The default is the number of processors, but at most two. */
  readonly workers: number | undefined;
  readonly progress: WalkProgress;
}

/**
 * Follows chains, in workers if there are more than a few revisions, and saves the results. Results that an interrupted
 * walk saved are used as they are.
 */
export async function stage(
  database: Database,
  tasks: readonly StageTask[],
  { repository, start, workers = Math.min(2, cpus().length), progress }: StageOptions,
): Promise<void> {
  const todo: StageTask[] = [];
  for (const one of tasks) {
    const { service, revisions } = one.task.chain;
    const staged = database.rows<{ plan: string }>('stage', 'WHERE service = ?', service)[0];
    if (staged?.plan === one.plan) progress.onRevisions?.(revisions.length);
    else todo.push(one);
  }
  // The longest first, so that no worker has a long one left at the end.
  todo.sort((a, b) => weightOf(b) - weightOf(a));
  const plans = new Map(todo.map(({ task, plan }) => [task.chain.service, plan]));
  const onReport = (report: WorkerReport) => keep(database, report, plans, progress);
  const revisions = todo.reduce((sum, one) => sum + weightOf(one), 0);
  if (revisions <= few) {
    const reader = new BlobReader(repository);
    try {
      for (const { task } of todo) {
        const reports: WorkerReport[] = [];
        await work(task, start, reader, (report) => reports.push(report));
        for (const report of reports) await onReport(report);
      }
    } finally {
      await reader.close();
    }
    return;
  }
  await Promise.all(
    Array.from({ length: Math.min(workers, todo.length, Math.ceil(revisions / few)) }, () =>
      employ(start, () => todo.shift()?.task, onReport),
    ),
  );
}

function weightOf({ task }: StageTask): number {
  return task.chain.revisions.length;
}

/** Runs one worker until there is no task left. */
async function employ(
  start: WorkerStart,
  next: () => WorkerTask | undefined,
  onReport: (report: WorkerReport) => Promise<void>,
): Promise<void> {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  // V8's default young generation would hold whole models that nobody needs any more.
  const resourceLimits = { maxYoungGenerationSizeMb: 64 };
  const worker = new Worker(new URL(file, import.meta.url), { workerData: start, resourceLimits });
  try {
    await new Promise<void>((resolve, reject) => {
      let last: Promise<void> = Promise.resolve();
      const give = () => {
        const task = next();
        worker.postMessage(task ?? 'done');
        if (task === undefined) last.then(resolve, reject);
      };
      worker.on('error', reject);
      worker.on('message', (report: WorkerReport) => {
        if (report.type === 'failed') reject(unpackError(report.error));
        last = last.then(() => onReport(report));
        last.catch(reject);
        if (report.type === 'lived') give();
      });
      give();
    });
  } finally {
    await worker.terminate();
  }
}

async function keep(
  database: Database,
  report: WorkerReport,
  plans: ReadonlyMap<string, string>,
  progress: WalkProgress,
): Promise<void> {
  if (report.type === 'revisions') progress.onRevisions?.(report.count);
  else if (report.type === 'snapshots') {
    if (report.packed.length > 0)
      await database.transaction(() => {
        for (const packed of report.packed) putPacked(database, packed);
      });
  } else if (report.type === 'lived') {
    const { service, packed } = report;
    database.insert('stage', { service, plan: plans.get(service) ?? '', data: packed.data }, 'REPLACE');
  }
}
