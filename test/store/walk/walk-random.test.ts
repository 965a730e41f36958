/** Random walks, some of them killed: however a store came to know its releases, it says what one walk would have said. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Database, type WalkOptions, walk } from '../../../src/store/write.ts';
import { allRounds } from '../../rounds.ts';
import { dumpStore } from '../dump.ts';
import { modelJson, TinyRepository } from './tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-random-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each takes several walks. */
const sequences = allRounds ? 200 : 8;

const versions = ['1.0.0', '1.0.1', '1.1.0', '1.2.0', '1.3.0', '1.4.0', '2.0.0', '1.4.1', '2.1.0'];
const services = ['thing', 'other', 'late', 'old', 'renamed', 'broken'];
const path = (service: string) => `botocore/data/${service}/2020-01-01/service-2.json`;
const model = (service: string, ...fields: string[]) =>
  modelJson(Object.fromEntries(fields.map((name) => [name, 'string'])), `${service}-2020-01-01`);
const note = (service: string) =>
  JSON.stringify([{ type: 'api-change', category: service, description: 'New words.' }]);

/** A repository with everything that makes walks hard: births, removals, a rename, a backport, a model that cannot be read. */
function make(): TinyRepository {
  const repository = new TinyRepository(join(folder, 'repository'));
  repository.release('1.0.0', { [path('thing')]: model('thing', 'A'), [path('old')]: model('old', 'O') });
  repository.release('1.0.1', { [path('other')]: model('other', 'X'), [path('broken')]: model('broken', 'Q') });
  repository.release('1.1.0', { [path('thing')]: model('thing', 'A', 'B'), '.changes/1.1.0.json': note('thing') });
  repository.release('1.2.0', { [path('broken')]: '{"metadata": {', [path('old')]: model('old', 'O', 'P') });
  repository.release('1.3.0', {
    [path('broken')]: model('broken', 'Q', 'R'),
    [path('old')]: null,
    [path('renamed')]: model('old', 'O', 'P'),
  });
  repository.release('1.4.0', { [path('late')]: model('late', 'L'), [path('other')]: null });
  repository.release('2.0.0', { [path('other')]: model('other', 'X', 'Z'), [path('thing')]: model('thing', 'B') });
  repository.goBackTo('1.4.0');
  repository.release('1.4.1', {
    [path('thing')]: model('thing', 'A', 'B', 'Fix'),
    '.changes/1.4.1.json': note('thing'),
  });
  repository.goBackTo('2.0.0');
  repository.release('2.1.0', { [path('renamed')]: model('old', 'O', 'P', 'S'), '.changes/2.1.0.json': note('old') });
  return repository;
}

class Killed extends Error {}

/** Walks; `killAfter`: stops as if killed after so many reports of progress. */
async function walkInto(file: string, options: WalkOptions, killAfter = Number.POSITIVE_INFINITY): Promise<void> {
  const database = Database.open(file);
  let left = killAfter;
  const tick = () => {
    if (left-- <= 0) throw new Killed();
  };
  try {
    await walk(database, `git:${join(folder, 'repository')}`, options, { onPlan: tick, onRevisions: tick });
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    database.close();
  }
}

function randomOf(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function randomOptions(random: (below: number) => number): WalkOptions {
  const some = services.filter(() => random(3) === 0);
  return {
    ...(random(2) === 0 ? { since: versions[random(versions.length)] as string } : {}),
    ...(random(2) === 0 ? { until: versions[random(versions.length)] as string } : {}),
    ...(random(2) === 0 && some.length > 0 ? { services: some } : {}),
  };
}

test('any sequence of walks that ends with everything is one walk of everything', async () => {
  make();
  const whole = join(folder, 'whole.db');
  await walkInto(whole, {});
  const expected = dumpStore(whole);
  for (let seed = 0; seed < sequences; seed++) {
    const random = randomOf(seed);
    const file = join(folder, `${seed}.db`);
    const steps: unknown[] = [];
    for (let step = random(4) + 1; step > 0; step--) {
      const options = randomOptions(random);
      const killAfter = random(3) === 0 ? random(6) : undefined;
      steps.push({ ...options, killAfter });
      // A range may be empty: then the walk is refused, which is as good as none.
      await walkInto(file, options, killAfter).catch((error: Error) => expect(error.message).toMatch(/in that range/));
    }
    // What was asked for before counts too: all services in two parts, or all releases in two.
    const [first, second] = [services.slice(0, 3), services.slice(3)];
    if (random(2) === 0) {
      await walkInto(file, { services: second });
      await walkInto(file, { services: first });
    } else {
      const middle = versions[random(6)] as string;
      await walkInto(file, { since: middle });
      await walkInto(file, { until: middle });
    }
    expect(dumpStore(file) === expected, `sequence ${seed}: ${JSON.stringify(steps)}`).toBe(true);
    rmSync(file);
  }
}, 1_800_000);

test('an empty range is refused before anything is done', async () => {
  const file = join(folder, 'empty.db');
  await expect(walkInto(file, { since: '3.0.0' })).rejects.toThrow(/no release in that range/);
});
