/** The results of mutants so far: a file with one line for each, so that a stopped run can continue. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export type Verdict = 'killed' | 'survived' | 'timeout' | 'discarded';

export interface Known {
  readonly key: string;
  readonly verdict: Verdict;
  /** The test that detected it, or the compiler's message. */
  readonly by: string | null;
  readonly seconds: number;
}

export interface State {
  readonly of: (key: string) => Known | undefined;
  readonly add: (known: Known) => void;
}

/** Opens the state of a run; without `resume` it starts again. */
export function openState(file: string, resume: boolean): State {
  mkdirSync(path.dirname(file), { recursive: true });
  if (!resume) rmSync(file, { force: true });
  const known = new Map<string, Known>();
  if (existsSync(file))
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const one = lineOf(line);
      if (one !== null) known.set(one.key, one);
    }
  return {
    of: (key) => known.get(key),
    add(one) {
      known.set(one.key, one);
      appendFileSync(file, `${JSON.stringify(one)}\n`);
    },
  };
}

/** The last line may be incomplete. */
function lineOf(line: string): Known | null {
  try {
    return line === '' ? null : (JSON.parse(line) as Known);
  } catch {
    return null;
  }
}
