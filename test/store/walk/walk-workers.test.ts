/** Many revisions go to workers, a few are done at once: a store says the same either way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Database, type WalkOptions, walk } from '../../../src/store/write.ts';
import { dumpStore } from '../dump.ts';
import { modelJson, TinyRepository } from './tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-workers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const services = ['thing', 'other', 'third'];
const count = 20;

function make(): string {
  const repository = new TinyRepository(join(folder, 'repository'));
  for (let minor = 0; minor < count; minor++)
    repository.release(
      `1.${minor}.0`,
      Object.fromEntries(
        services.map((service, at) => [
          `botocore/data/${service}/2020-01-01/service-2.json`,
          // A field more each time, and one that comes and goes.
          modelJson({ ...fieldsOf(minor), [`Turn${(minor + at) % 3}`]: ['A', `B${minor}`] }, `${service}-2020-01-01`),
        ]),
      ),
    );
  return repository.folder;
}

function fieldsOf(minor: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: minor + 1 }, (_, index) => [`Field${index}`, 'string']));
}

async function walked(name: string, source: string, walks: readonly WalkOptions[]): Promise<string> {
  const database = Database.open(join(folder, name));
  for (const options of walks) await walk(database, source, options);
  database.close();
  return dumpStore(join(folder, name));
}

test('60 revisions in workers are 60 revisions one release after the other', { timeout: 120_000 }, async () => {
  const source = `git:${make()}`;
  const whole = await walked('whole.db', source, [{ workers: 3 }]);
  const steps = Array.from({ length: count / 5 }, (_, index) => ({ until: `1.${index * 5 + 4}.0` }));
  expect(await walked('steps.db', source, steps)).toBe(whole);
  expect(await walked('one.db', source, [{ workers: 1 }])).toBe(whole);
});
