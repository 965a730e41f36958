/** What the store says between two versions where lone sources and a walk meet, and where it knows nothing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { ingest } from '../../../src/store/write.ts';
import { apidelta } from '../../cli/run-cli.ts';
import { into, modelOf, modelPath, scratchFolder, smallHistory } from './walked.ts';

const { folder, fresh, walked } = scratchFolder();

/** A folder with the model of a service, as somebody has it beside a clone. */
function lone(name: string, service: string, ...fields: string[]): string {
  const file = join(folder, name, modelPath(service));
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, modelOf(service, ...fields));
  return join(folder, name);
}

test('an excerpt beside a walk removes nothing that the walk knows', async () => {
  const file = await walked(smallHistory(fresh('repository')));
  const excerpt = lone('excerpt', 'thing', 'A');
  await into(file, (database) => ingest(database, [excerpt], { as: '1.2.0' }));
  const store = openStore(file);
  expect(store.between('thing', '1.0.0', '1.2.0')?.changes.map(({ kind }) => kind)).toEqual(['field-added']);
  expect(store.between('thing', '1.1.0', '1.3.0')?.changes.map(({ kind }) => kind)).toEqual(['field-added']);
  store.close();
});

test('a lone source before a walk is what was known then', async () => {
  const file = await walked(smallHistory(fresh('repository')), { since: '1.2.0' });
  const older = lone('older', 'thing', 'A');
  await into(file, (database) => ingest(database, [older], { as: '1.0.5' }));
  const store = openStore(file);
  expect(store.stateAt('thing', '1.0.5')?.operations.map(({ name }) => name)).toEqual(['PutThing']);
  expect(store.between('thing', '1.0.5', '1.2.0')?.changes.map(({ kind }) => kind)).toEqual(['field-added']);
  store.close();
});

test('after the last state that is known nothing is known', async () => {
  const file = await walked(smallHistory(fresh('repository')));
  for (const version of ['0.9.0', '0.9.1'])
    await into(file, (database) => ingest(database, [lone(version, 'lone', version)], { as: version }));
  const store = openStore(file);
  expect(store.between('lone', '0.9.0', '0.9.1')?.changes.length).toBe(2);
  expect(() => store.between('lone', '0.9.0', '1.3.0')).toThrow(
    /knows lone up to 0\.9\.1: how it was in 1\.3\.0 is unknown/,
  );
  expect(store.between('thing', '1.1.0', '1.2.0')).toBeNull();
  store.close();
  const { code, err } = await apidelta(['check', '--store', file, '--from', '0.9.0', '--service', 'lone']);
  expect(code).toBe(2);
  expect(err).toMatch(/up to 0\.9\.1/);
});

test('check goes to the newest release that was walked, whatever it changed', async () => {
  const repository = smallHistory(fresh('repository'));
  repository.release('1.4.0', { 'README.md': 'no change of an API' });
  const file = await walked(repository);
  const { err } = await apidelta(['check', '--store', file, '--from', '1.2.0']);
  expect(err).toMatch(/^Compared botocore 1\.2\.0 with 1\.4\.0\.$/m);
});
