/** Takes mutated inputs into one store, command after command, and tells its parent what each said: whoever hangs is killed and known. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../src/cli/run.ts';
import { Random } from '../generate/random.ts';
import { realInputs } from './inputs.ts';
import { mutated } from './mutate.ts';

/** What a command ended with. */
export interface Ended {
  readonly seed: number;
  readonly code: number;
  readonly err: string;
}

const [root = '', rounds] = process.argv.slice(2);
const inputs = realInputs();

for (let seed = 1; seed <= Number(rounds); seed++) {
  const random = new Random(10_000 + seed);
  const input = inputs[seed % inputs.length];
  if (input === undefined) break;
  process.send?.(seed);
  const file = path.join(root, 'in', `${seed}`, input.name);
  mkdirSync(path.dirname(file));
  writeFileSync(file, mutated(random, input.bytes));
  let err = '';
  const io = { stdout: { write: () => true }, stderr: { write: (text: string) => (err += text) }, env: process.env };
  const code = await run(['ingest', file, '--store', path.join(root, 'store.db'), '--as', `1.${seed}.0`], io);
  process.send?.({ seed, code, err } satisfies Ended);
}
process.send?.('done');
