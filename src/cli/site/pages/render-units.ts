/** Makes the pages of units in several threads, largest units first. */
import { Worker } from 'node:worker_threads';
import { unitName } from '../../../view/site/units.ts';
import type { SiteFiles } from '../manifest.ts';
import type { RenderReport, RenderStart, RenderTask } from './render-messages.ts';
import type { PlannedUnit } from './unit-plan.ts';

/** The files of each unit, by the unit's name. */
export type UnitFiles = ReadonlyMap<string, SiteFiles>;

/** The installed Astro has other private parts than those that we know. */
export class StrangeAstroError extends Error {
  override readonly name = 'StrangeAstroError';
}

/** Makes the pages. Throws a `StrangeAstroError` before the first page if Astro cannot be used in this way. */
export async function renderUnits(
  start: RenderStart,
  env: Readonly<Record<string, string | undefined>>,
  units: readonly PlannedUnit[],
  workers: number,
): Promise<UnitFiles> {
  const waiting = tasksOf(units, workers);
  const made = new Map<string, Map<string, string>>(units.map(({ unit }) => [unitName(unit), new Map()]));
  const owners = new Map<string, string>();
  const keep = ({ unit }: RenderTask, files: readonly (readonly [string, string])[]) => {
    const name = unitName(unit);
    for (const [file, hash] of files) {
      const owner = owners.get(file);
      if (owner !== undefined)
        throw new Error(`Unexpected second page ${file} of ${name}, expected only that of ${owner}`);
      owners.set(file, name);
      made.get(name)?.set(file, hash);
    }
  };
  const count = Math.min(workers, waiting.length, Math.ceil(sum(units.map(({ weight }) => weight)) / maxPages));
  const threads = Array.from({ length: count }, () => employ(start, env, () => waiting.shift(), keep));
  try {
    await Promise.all(threads);
  } catch (error) {
    // The others finish their current task.
    waiting.length = 0;
    await Promise.allSettled(threads);
    throw error;
  }
  return made;
}

/** The greatest number of pages in a task: larger units are cut, so that no thread works alone at the end. */
const maxPages = 150;

function tasksOf(units: readonly PlannedUnit[], workers: number): RenderTask[] {
  return units
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ unit, weight, canBeCut }) => {
      const count = workers === 1 || !canBeCut ? 1 : Math.max(1, Math.ceil(weight / maxPages));
      return Array.from({ length: count }, (_, index) => ({ unit, index, count }));
    });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

async function employ(
  start: RenderStart,
  env: Readonly<Record<string, string | undefined>>,
  next: () => RenderTask | undefined,
  keep: (task: RenderTask, files: readonly (readonly [string, string])[]) => void,
): Promise<void> {
  const file = import.meta.url.endsWith('.ts') ? './render-worker.ts' : './render-worker.js';
  // V8's default young generation would hold pages that are written already.
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: start,
    env: { ...env },
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      let task: RenderTask | undefined;
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('Unexpected end of a thread that makes pages')));
      worker.on('message', (report: RenderReport) => {
        if (report.type === 'failed') return reject(Object.assign(report.error, { code: report.code }));
        if (report.type === 'strange') return reject(new StrangeAstroError(report.message));
        try {
          if (report.type === 'made' && task !== undefined) keep(task, report.files);
        } catch (error) {
          return reject(error);
        }
        task = next();
        if (task === undefined) resolve();
        else worker.postMessage(task);
      });
    });
  } finally {
    await worker.terminate();
  }
}
