/** Reads hostile texts in two sizes: ten times the text must take ten times the time, not a hundred times. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseDocuments } from '../../src/parse/index.ts';
import { hostileInputs } from '../../test/generate/hostile.ts';
import { bestTime } from './speed.ts';

export interface Growth {
  readonly name: string;
  /** The factor of time for ten times the text, corrected for texts that do not grow tenfold. */
  readonly factor: number;
  /** The time of the larger text. */
  readonly milliseconds: number;
}

/** So large that both are past the slow start of new code and of young objects. */
const small = 30_000;

/** The hostile texts that took the longest or grew the fastest, worst first. */
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

/** Collects old garbage, so that it is not counted in the next measurement. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
}

/** Very short times show nothing about growth. */
function weight({ factor, milliseconds }: Growth): number {
  return milliseconds < 100 ? 0 : factor;
}
