/** A waiter that gives up earlier than before may break a program that waited long enough. */
import { expect, test } from 'vitest';
import { said } from './said.ts';

const waiter = (words: string) => `Op\nwaiter Ready ${words}`.trim();

test.each([
  [
    'delay=5 maxAttempts=20',
    'delay=5 maxAttempts=2',
    ['dangerous: Ready gives up after 2 tries (was 20) — it waits at most 5 seconds (was 95), then raises WaiterError'],
  ],
  [
    'delay=5 maxAttempts=20',
    'delay=1 maxAttempts=2',
    [
      'dangerous: Ready polls every second (was every 5) — it waits at most 1 second (was 95), then raises WaiterError',
      'dangerous: Ready gives up after 2 tries (was 20) — it waits at most 1 second (was 95), then raises WaiterError',
    ],
  ],
  [
    'delay=5 maxAttempts=20',
    'delay=1 maxAttempts=30',
    [
      'dangerous: Ready polls every second (was every 5) — it waits at most 29 seconds (was 95), then raises WaiterError',
      'docs: Ready gives up after 30 tries (was 20)',
    ],
  ],
  // It waits as long as before, or longer.
  [
    'delay=5 maxAttempts=21',
    'delay=1 maxAttempts=101',
    ['docs: Ready polls every second (was every 5)', 'docs: Ready gives up after 101 tries (was 21)'],
  ],
  ['delay=5 maxAttempts=20', 'delay=6 maxAttempts=20', ['docs: Ready polls every 6 seconds (was every 5)']],
  // Nobody knows how long it waits.
  ['delay=5', 'delay=1', ['docs: Ready polls every second (was every 5)']],
  ['maxAttempts=5', 'maxAttempts=1', ['docs: Ready gives up after 1 try (was 5)']],
])('%s, %s', (before, after, expected) => {
  expect(said(waiter(before), waiter(after)).toSorted()).toEqual(expected.toSorted());
});
