/** Lives through chains and puts the results aside: in workers, where the main thread only writes, or at once where it is little. */
import { Worker } from 'node:worker_threads';
import { BlobReader, compareVersions, type Repository } from '../../sources/index.ts';
import { putPacked } from '../blobs.ts';
import type { Database } from '../database.ts';
import { inputsOf } from '../inputs.ts';
import { readLife } from '../write-life.ts';
import type { Chain } from './chains.ts';
import { type LifeBefore, planOf } from './live-chain.ts';
import type { WorkerReport, WorkerStart, WorkerTask } from './messages.ts';
import { work } from './work.ts';

/** So few revisions are done before a worker, which has to load all of its code first, would begin. */
const few = 12;

/** Told how far the work is. */
export interface WalkProgress {
  onPlan?(revisions: number): void;
  onRevisions?(count: number): void;
}

/** Lives through every chain, in workers where there are more than a few revisions, and puts the results aside; those that an interrupted walk put aside are taken as they are. */
export async function stage(
  database: Database,
  repository: Repository,
  spec: string,
  chains: readonly Chain[],
  workers: number,
  progress: WalkProgress,
): Promise<void> {
  const todo: { readonly task: WorkerTask; readonly plan: string; readonly weight: number }[] = [];
  for (const chain of chains) {
    const before = lifeBefore(database, firstOf(chain).service);
    const plan = planOf(chain, before?.madeFrom ?? '');
    const staged = database.get<{ plan: string }>('SELECT plan FROM stage WHERE service = ?', chain.service);
    if (staged?.plan === plan) progress.onRevisions?.(chain.revisions.length);
    else todo.push({ task: { chain, before: before?.life }, plan, weight: chain.revisions.length });
  }
  // The longest first, so that no worker is left with one at the end.
  todo.sort((a, b) => b.weight - a.weight);
  const plans = new Map(todo.map(({ task, plan }) => [task.chain.service, plan]));
  const onReport = (report: WorkerReport) => keep(database, report, plans, progress);
  if (todo.reduce((sum, { weight }) => sum + weight, 0) <= few) {
    const reader = new BlobReader(repository);
    try {
      for (const { task } of todo) {
        const reports: WorkerReport[] = [];
        await work(task, reader, spec, (report) => reports.push(report));
        for (const report of reports) await onReport(report);
      }
    } finally {
      await reader.close();
    }
    return;
  }
  const start: WorkerStart = { repository: repository.name, spec };
  await Promise.all(
    Array.from({ length: Math.min(workers, todo.length) }, () => employ(start, () => todo.shift()?.task, onReport)),
  );
}

/** The chain that the life of a chain began with. */
function firstOf(chain: Chain): Chain {
  return chain.origin === undefined ? chain : firstOf(chain.origin);
}

/** Runs one worker until there is no task left. */
async function employ(
  start: WorkerStart,
  next: () => WorkerTask | undefined,
  onReport: (report: WorkerReport) => Promise<void>,
): Promise<void> {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  // A young generation of V8's own size would hold whole models that nobody needs any more.
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
        if (report.type === 'failed') reject(new Error(report.message));
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
    database.run(
      'INSERT OR REPLACE INTO stage (service, plan, data) VALUES (?, ?, ?)',
      report.service,
      plans.get(report.service) ?? '',
      report.packed.data,
    );
  }
}

/** The life that a service has had so far, if it was made by walking alone. */
function lifeBefore(
  database: Database,
  service: string,
): { readonly madeFrom: string; readonly life: LifeBefore } | undefined {
  const stored = readLife(database, service);
  if (stored === undefined) return undefined;
  const inputs = inputsOf(database, service);
  if (inputs.some(({ dialect, version, complete }) => dialect !== 'service-model' || version === null || complete))
    return undefined;
  const hashes = new Set([
    stored.state.head,
    ...stored.state.operations.filter(({ removedIn }) => removedIn === null).map(({ snapshot }) => snapshot),
  ]);
  const snapshots = [...hashes].flatMap((hash) => {
    const row =
      hash === null ? undefined : database.get<{ data: Uint8Array }>('SELECT data FROM blob WHERE hash = ?', hash);
    return row === undefined ? [] : [{ hash: hash as string, data: row.data }];
  });
  const steps = [...inputs]
    .sort((a, b) => compareVersions(a.version as string, b.version as string))
    .map((input) => ({
      release: { id: input.version as string, version: input.version, date: input.date },
      complete: false,
      presence: input.presence,
      hashes: [input.hash],
    }));
  return { madeFrom: stored.madeFrom, life: { state: stored.state, graph: stored.graph, snapshots, steps } };
}
