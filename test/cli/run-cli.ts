/** Runs the command line inside the test's process. */
import { run } from '../../src/cli/run.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command; `isTTY` and the environment as a terminal would have them. */
export async function apidelta(args: readonly string[], terminal: { readonly isTTY?: boolean } = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(args, {
    stdout: { write: (text) => (out += text), ...terminal },
    stderr: { write: (text) => (err += text) },
    env: {},
  });
  return { code, out, err };
}
