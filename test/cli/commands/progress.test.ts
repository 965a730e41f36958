/** Progress: nothing in the first second, then a line with what is done, how fast, and what is read. */
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Out } from '../../../src/cli/io.ts';
import { makeProgress } from '../../../src/cli/progress.ts';

/** A stream as a terminal is, and what was written to it. */
function terminal(isTTY: boolean) {
  let written = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const out = Object.assign(stream, { isTTY, columns: 200, rows: 50 }) as unknown as Out;
  return { out, said: () => written };
}

function progressAt(isTTY = true) {
  const { out, said } = terminal(isTTY);
  let time = 5_000;
  const progress = makeProgress(out, () => time);
  return { progress, said, wait: (milliseconds: number) => (time += milliseconds) };
}

test('work of a second is silent, and longer work is not', () => {
  const { progress, said, wait } = progressAt();
  progress.start('Reading', 10);
  wait(1_000);
  progress.step('a.json');
  expect(said()).toBe('');
  wait(1);
  progress.step('b.json');
  expect(said()).toContain('Reading');
  expect(said()).toContain('2/10');
  progress.stop();
});

test('a rate is told a second, and a long name by its end', () => {
  const { progress, said, wait } = progressAt();
  progress.start('Reading', 100);
  wait(2_000);
  progress.step('x'.repeat(40), 50);
  progress.stop();
  expect(said()).toContain('x'.repeat(40));
  expect(said()).toContain('50/100, 25 a second');
  expect(said()).not.toContain('…');
  const other = progressAt();
  other.progress.start('Reading', 100);
  other.wait(2_000);
  other.progress.step(`y${'x'.repeat(40)}`, 50);
  other.progress.stop();
  expect(other.said()).toContain(`…${'x'.repeat(39)}`);
  expect(other.said()).not.toContain('y');
});

test('a part of the work begins anew', () => {
  const { progress, said, wait } = progressAt();
  progress.start('Reading', 10);
  wait(2_000);
  progress.step('a', 7);
  progress.start('Writing', 5);
  const before = said().length;
  progress.step('b');
  expect(said().slice(before)).not.toContain('Writing');
  wait(1_001);
  progress.step('c');
  expect(said().slice(before)).toContain('2/5');
  progress.stop();
});

test('what is no terminal hears nothing', () => {
  const { progress, said, wait } = progressAt(false);
  progress.start('Reading', 10);
  wait(5_000);
  progress.step('a');
  progress.stop();
  expect(said()).toBe('');
});
