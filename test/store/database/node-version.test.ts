/** Which Node can read a store. */
import { expect, test } from 'vitest';
import { refuseOldNode } from '../../../src/store/database/node-version.ts';

test.each(['22.19.0', '22.20.1', '24.6.0', '24.21.0', '25.0.0', '26.1.0'])('Node %s can', (version) => {
  expect(() => refuseOldNode(version)).not.toThrow();
});

test.each(['20.19.0', '22.18.0', '23.11.0', '24.5.0'])('Node %s is refused in one sentence', (version) => {
  expect(() => refuseOldNode(version)).toThrow(
    `A store needs Node 24.6 or newer, or 22.19 or newer of Node 22, and this is Node ${version}.`,
  );
});

test('the one that runs this can', () => {
  expect(() => refuseOldNode()).not.toThrow();
});
