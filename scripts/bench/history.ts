/** Measures the last releases of a full history in their own process: CPU seconds, including git's. */
import path from 'node:path';
import { cpuOf } from './cpu-of.ts';

/** A sentence with the figures. `repository`: a clone of boto/botocore, named by `APIDELTA_BOTOCORE`. */
export function benchHistory(repository: string | undefined, releases: number): string {
  if (repository === undefined)
    return `The last ${releases} releases: not measured; APIDELTA_BOTOCORE would name a clone of boto/botocore.`;
  const script = path.join(import.meta.dirname, 'releases.ts');
  const { seconds, stdout } = cpuOf(script, [repository, String(releases)]);
  return `${stdout}\nRead, parsed and compared in ${seconds.toFixed(1)} s of CPU, git included; wanted 20.0${seconds <= 20 ? '' : ' — MISSED'}`;
}
