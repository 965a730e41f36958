/** Measures how cost grows with the number of services: the same models under 1, 4 and 16 names, ingested and built. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const factors = [1, 4, 16];

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

interface ServicesCost {
  readonly services: number;
  /** Files in the site. */
  readonly files: number;
  readonly ingest: Cost;
  readonly build: Cost;
}

/**
 * Lines with the CPU seconds of ingest and build by the number of services, and the cost of each further service
 * divided by the cost in the step before: 1.00 is linear. `releases`: folders of models, the oldest first, with one
 * folder for each service.
 */
export function benchGrowth(releases: readonly string[]): string {
  const missing = releases.find((folder) => !existsSync(folder));
  if (missing !== undefined) return `growth with the services: not measured, there is no ${missing}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-growth-'));
  try {
    const costs = factors.map((factor) => measure(folder, releases, factor));
    const lines = costs.map((cost, at) => {
      const part = (of: 'ingest' | 'build') =>
        `${of} ${cost[of].seconds.toFixed(1).padStart(6)} s${growth(costs, at, of)}`;
      const size = `${cost.services} services, ${cost.files} files`;
      return `${size.padEnd(32)}${part('ingest')}   ${part('build')}${`${cost.build.megabytes.toFixed(0)} MB`.padStart(9)}`;
    });
    return ['Growth with the services: CPU seconds of all threads, a further service beside one before', ...lines].join(
      '\n',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The cost of a further service in this step, divided by that in the step before. */
function growth(costs: readonly ServicesCost[], at: number, of: 'ingest' | 'build'): string {
  const each = (step: number): number | undefined => {
    const [less, more] = [costs[step - 1], costs[step]];
    if (less === undefined || more === undefined) return undefined;
    return (more[of].seconds - less[of].seconds) / (more.services - less.services);
  };
  const [before, now] = [each(at - 1), each(at)];
  return before === undefined || now === undefined ? ''.padStart(6) : (now / before).toFixed(2).padStart(6);
}

function measure(folder: string, releases: readonly string[], factor: number): ServicesCost {
  const store = path.join(folder, `${factor}.db`);
  const out = path.join(folder, `site-${factor}`);
  let services = 0;
  let ingest: Cost = { seconds: 0, megabytes: 0 };
  for (const release of releases) {
    const source = path.join(folder, `models-${factor}`, path.basename(release));
    const names = readdirSync(release);
    for (const name of names)
      for (let copy = 1; copy <= factor; copy++) {
        const under = copy === 1 ? name : `${name}-copy${copy}`;
        cpSync(path.join(release, name), path.join(source, under), { recursive: true });
      }
    services = names.length * factor;
    const { seconds, megabytes } = command(['ingest', source, '--store', store]);
    ingest = { seconds: ingest.seconds + seconds, megabytes: Math.max(ingest.megabytes, megabytes) };
  }
  const build = command(['build', '--store', store, '--out', out, '--workers', '2']);
  return { services, files: readdirSync(out, { recursive: true }).length, ingest, build };
}

function command(args: readonly string[]): Cost {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts/bench/measured.ts'), ...args],
    { cwd: root, encoding: 'utf8', maxBuffer: 1e9 },
  );
  const line = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (status !== 0 || !line.startsWith('{'))
    throw new Error(`apidelta ${args[0]} ended with ${status}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  return JSON.parse(line) as Cost;
}
