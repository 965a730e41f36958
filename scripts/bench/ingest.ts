/**
 * Measures a full ingest beside only reading and parsing, the size of its store, and an ingest without new releases.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cpuOf } from './cpu-of.ts';

/** The goals: times the floor, and megabytes. */
const [wantedRatio, wantedSize] = [1.5, 150];

/** Sentences with the figures. `repository`: a clone of boto/botocore, named by `APIDELTA_BOTOCORE`. */
export function benchIngest(repository: string | undefined): string {
  if (repository === undefined)
    return 'A full ingest: not measured; APIDELTA_BOTOCORE would name a clone of boto/botocore.';
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-bench-'));
  try {
    const store = path.join(folder, 'store.db');
    const main = path.join(import.meta.dirname, '..', '..', 'src', 'cli', 'start.mjs');
    const args = ['ingest', `git:${repository}`, '--store', store];
    const floor = cpuOf(path.join(import.meta.dirname, 'ingest-floor.ts'), [repository]);
    const all = cpuOf(main, args);
    const again = cpuOf(main, args);
    const ratio = all.seconds / floor.seconds;
    const size = statSync(store).size / 1e6;
    return [
      `git cat-file and JSON.parse of ${floor.stdout}: ${floor.seconds.toFixed(1)} s of CPU`,
      `A full ingest: ${all.seconds.toFixed(1)} s of CPU, ${ratio.toFixed(2)} of the floor; wanted ${wantedRatio}${ratio <= wantedRatio ? '' : ' — MISSED'}`,
      `Its store: ${size.toFixed(0)} MB; wanted ${wantedSize}${size <= wantedSize ? '' : ' — MISSED'}`,
      `Nothing new: ${again.seconds.toFixed(1)} s of CPU`,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
