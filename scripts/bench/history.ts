/** What the last releases of a full history cost, in a process of its own: CPU seconds, those of git included. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A sentence with the figures. `repository`: a clone of boto/botocore, named by `APIDELTA_BOTOCORE`. */
export function benchHistory(repository: string | undefined, releases: number): string {
  if (repository === undefined)
    return `The last ${releases} releases: not measured; APIDELTA_BOTOCORE would name a clone of boto/botocore.`;
  const script = path.join(import.meta.dirname, 'releases.ts');
  // `times` is the shell's own: the second line is the time of its children and of theirs.
  const { stdout, stderr, status } = spawnSync(
    'sh',
    ['-c', '"$0" "$@" && times', process.execPath, script, repository, String(releases)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const lines = stdout.trim().split('\n');
  const seconds = (lines.at(-1) ?? '')
    .split(' ')
    .map((time) => /^(\d+)m([\d.]+)s$/.exec(time))
    .reduce((sum, found) => sum + Number(found?.[1] ?? 0) * 60 + Number(found?.[2] ?? 0), 0);
  return `${lines[0]}\nRead, parsed and compared in ${seconds.toFixed(1)} s of CPU, git included; wanted 20.0${seconds <= 20 ? '' : ' — MISSED'}`;
}
