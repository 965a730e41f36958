/** Holds the list of equivalent mutants against the code: each stands for a mutant that there is, with a reason, and they are few. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isEquivalent, readEquivalents } from '../../scripts/mutants/equivalents.ts';
import { mutantsOf } from '../../scripts/mutants/mutant.ts';
import { slowTests } from '../../scripts/mutants/slow-tests.ts';
import { root } from '../tidy/source-file.ts';

const list = readEquivalents();

test('every entry is a mutant of the code as it stands', () => {
  const stale = list.filter(
    (one) =>
      !mutantsOf(one.file, readFileSync(path.join(root, one.file), 'utf8')).some((mutant) =>
        isEquivalent(mutant, [one]),
      ),
  );
  expect(stale).toEqual([]);
});

test('they are few, and each has its reason', () => {
  expect(list.length).toBeLessThanOrEqual(10);
  expect(list.filter(({ reason }) => reason.length < 20)).toEqual([]);
});

test('every test file that is not asked is there', () => {
  for (const file of Object.keys(slowTests)) expect(existsSync(path.join(root, file)), file).toBe(true);
});
