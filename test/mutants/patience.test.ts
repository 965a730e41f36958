/** How long a run of tests is waited for: a machine that is busy, or that pauses everything, is not a hang. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { Patience } from '../../scripts/mutants/patience.ts';

test('patience begins anew with each sign of life, and ends once', async () => {
  let ends = 0;
  const patience = new Patience(0.5, () => ends++);
  for (let times = 0; times < 4; times++) {
    await wait(200);
    patience.heard();
  }
  expect(ends).toBe(0);
  await expect.poll(() => ends, { timeout: 10_000 }).toBe(1);
  await wait(600);
  expect(ends).toBe(1);
});

test('what has ended is not waited for', async () => {
  const patience = new Patience(0.1, () => expect.unreachable());
  patience.end();
  await wait(300);
});

test('the time for which the process is stopped does not count', async () => {
  const file = path.resolve(import.meta.dirname, '../../scripts/mutants/patience.ts');
  // Says how much time there was between the moment at which it went on and the end of its patience.
  const program = `
    const { Patience } = await import(${JSON.stringify(file)});
    let [last, went] = [Date.now(), null];
    const timer = setInterval(() => {
      if (Date.now() - last > 2000) went ??= Date.now();
      last = Date.now();
    }, 5);
    new Patience(3, () => {
      clearInterval(timer);
      console.log(went === null ? 'never stopped' : String(Date.now() - went));
    });
    process.stderr.write('ready');`;
  const running = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  const { child } = running;
  await new Promise((resolve) => child.stderr?.once('data', resolve));
  await wait(200);
  child.kill('SIGSTOP');
  await wait(2_500);
  child.kill('SIGCONT');
  const { stdout } = await running;
  expect(Number(stdout)).toBeGreaterThan(500);
});
