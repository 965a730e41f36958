/** What is written down of the questions to a store. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { recordReads } from '../../../src/store/read.ts';
import type { StoreReader } from '../../../src/store/types.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-reads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each question is a line, and reading a description that one was given is none', () => {
  const file = join(folder, 'reads');
  const store = { changes: (service: string) => [service], read: () => ['words'] };
  const reader = recordReads(store as unknown as StoreReader, file) as unknown as typeof store;
  expect([reader.changes('s3'), reader.read()]).toEqual([['s3'], ['words']]);
  expect(readFileSync(file, 'utf8')).toBe('["changes","s3"]\n');
});
