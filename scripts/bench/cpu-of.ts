/** Measures a program's CPU seconds, including the programs that it starts. */
import { spawnSync } from 'node:child_process';

/** The CPU seconds and the output. */
export interface Cost {
  readonly seconds: number;
  readonly stdout: string;
}

/** Runs a script with Node and waits for it. Throws if it fails. */
export function cpuOf(script: string, args: readonly string[]): Cost {
  // `times` is a command of the shell: its second line is the time of its children and of their children.
  const shell = ['-c', '"$0" "$@" && times', process.execPath, script, ...args];
  const { stdout, stderr, status } = spawnSync('sh', shell, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(stderr);
  const lines = stdout.trim().split('\n');
  const seconds = (lines.at(-1) ?? '')
    .split(' ')
    .map((time) => /^(\d+)m([\d.]+)s$/.exec(time))
    .reduce((sum, found) => sum + Number(found?.[1] ?? 0) * 60 + Number(found?.[2] ?? 0), 0);
  return { seconds, stdout: lines.slice(0, -2).join('\n') };
}
