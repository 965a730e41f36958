/** Progress on stderr, for work of more than a second; nothing if stderr is not a terminal. */
import cliProgress from 'cli-progress';
import { visibleText } from '../model/index.ts';
import type { Out } from './io.ts';

export interface Progress {
  /** Starts a part of the work with this number of steps. */
  start(label: string, steps: number): void;
  step(detail: string, count?: number): void;
  stop(): void;
}

const silent: Progress = { start() {}, step() {}, stop() {} };

/** Milliseconds before a bar is shown. */
const patience = 1000;

/** Makes the progress for a stream. */
export function makeProgress(out: Out, now: () => number = performance.now.bind(performance)): Progress {
  if (out.isTTY !== true) return silent;
  let bar: cliProgress.SingleBar | undefined;
  let started = 0;
  let label = '';
  let total = 0;
  let done = 0;
  const show = (whole: string) => {
    const detail = whole.length > 40 ? `…${whole.slice(-39)}` : whole;
    if (bar === undefined && now() - started > patience) {
      bar = new cliProgress.SingleBar(
        {
          // A terminal has another class of stream.
          stream: out as NodeJS.WriteStream,
          format: '{label} {bar} {value}/{total}, {rate} a second, {eta_formatted} left {detail}',
          hideCursor: true,
          clearOnComplete: true,
          barsize: 24,
        },
        cliProgress.Presets.shades_classic,
      );
      bar.start(Math.max(total, 1), done, { label, detail, rate: 0 });
    }
    const rate = Math.round(done / Math.max((now() - started) / 1000, 0.001));
    bar?.update(done, { label, rate, detail });
  };
  return {
    start(name, steps) {
      bar?.stop();
      bar = undefined;
      label = visibleText(name);
      total = steps;
      done = 0;
      started = now();
    },
    step(detail, count = 1) {
      done += count;
      show(visibleText(detail));
    },
    stop() {
      bar?.stop();
      bar = undefined;
    },
  };
}
