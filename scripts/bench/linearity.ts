/** Reads hostile texts at two sizes: ten times the text has to take ten times the time, not a hundred. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseDocuments } from '../../src/parse/index.ts';
import { hostileInputs } from '../../test/generate/hostile.ts';
import { bestTime } from './speed.ts';

export interface Growth {
  readonly name: string;
  /** Times the time for ten times the text, corrected for texts that do not grow tenfold. */
  readonly factor: number;
  /** Of the larger one. */
  readonly milliseconds: number;
}

/** Large enough that both are past the moment in which code is still slow, and objects still young. */
const small = 30_000;

/** The hostile texts that took the longest or grew the fastest, the worst first. */
export function benchLinearity(shown = 12): readonly Growth[] {
  const found = hostileInputs.map(({ name, dialect, text }): Growth => {
    const [less, more] = [text(small), text(small * 10)];
    const time = (one: string) => {
      collect();
      return bestTime(() => parseDocuments(dialect, [{ name, text: one }], { positions: true }), 3);
    };
    const before = Math.max(time(less), 0.05);
    const milliseconds = time(more);
    const factor = ((milliseconds / before) * 10) / Math.max(more.length / less.length, 0.1);
    return { name: `${dialect}: ${name}`, factor, milliseconds };
  });
  return found.sort((a, b) => weight(b) - weight(a)).slice(0, shown);
}

/** Takes away what was left behind before, which whoever is measured next would have to. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
}

/** What is over in a moment says nothing about growth. */
function weight({ factor, milliseconds }: Growth): number {
  return milliseconds < 100 ? 0 : factor;
}
