/** A source that comes after what the store has continues the histories: the store says what one ingest would have said. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { ServiceHistory } from '../../../src/store/history/service-history.ts';
import { Database, ingest } from '../../../src/store/write.ts';
import { Random } from '../../generate/random.ts';
import { allRounds } from '../../rounds.ts';
import { dumpStore } from '../dump.ts';
import { modelJson } from '../walk/tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-continued-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface OneSource {
  readonly spec: string;
  readonly as: string;
  readonly complete: boolean;
}

const names = ['thing', 'other', 'rare'];
const fields = ['A', 'B', 'C', 'D', 'E'];

/** A release: some services with some fields. It may show every service that there is, so that others are removed. */
function writeSource(base: string, as: string, random: Random): OneSource {
  const spec = join(base, as);
  for (const [at, service] of names.entries()) {
    // One service at least, or there is no source.
    if (at > 0 && random.chance(0.3)) continue;
    const inner = join(spec, 'botocore/data', service, '2020-01-01');
    mkdirSync(inner, { recursive: true });
    const members = fields
      .filter(() => random.chance(0.5))
      .map((name) => [name, random.chance(0.3) ? 'integer' : 'string']);
    writeFileSync(join(inner, 'service-2.json'), modelJson(Object.fromEntries(members), `${service}-2020-01-01`));
  }
  return { spec, as, complete: random.chance(0.3) };
}

async function storeOf(file: string, sources: readonly OneSource[]): Promise<string> {
  rmSync(file, { force: true });
  const database = Database.open(file);
  for (const { spec, as, complete } of sources)
    await ingest(database, [spec], { as, ...(complete ? { complete } : {}) });
  database.close();
  return dumpStore(file);
}

test('whatever order sources come in, the store is the same', async () => {
  for (let seed = 0; seed < (allRounds ? 150 : 10); seed++) {
    const random = new Random(seed);
    const base = join(folder, `${seed}`);
    const sources = Array.from({ length: 6 }, (_, at) => writeSource(base, `1.${at}.0`, random));
    const forward = await storeOf(join(base, 'forward.db'), sources);
    const backward = await storeOf(join(base, 'backward.db'), [...sources].reverse());
    expect(forward === backward, `seed ${seed}`).toBe(true);
    const mixed = [...sources].sort(() => random.whole(-1, 1));
    expect((await storeOf(join(base, 'mixed.db'), mixed)) === forward, `mixed, seed ${seed}`).toBe(true);
  }
}, 600_000);

test('a release that comes after the others is compared with the last of them only', async () => {
  const random = new Random(1);
  const base = join(folder, 'count');
  const sources = Array.from({ length: 8 }, (_, at) => ({
    ...writeSource(base, `1.${at}.0`, random),
    complete: false,
  }));
  const file = join(base, 'count.db');
  await storeOf(file, sources.slice(0, -1));
  const taken = vi.spyOn(ServiceHistory.prototype, 'take');
  const database = Database.open(file);
  const last = sources.at(-1) as OneSource;
  await ingest(database, [last.spec], { as: last.as });
  database.close();
  expect(taken.mock.calls.map(([step]) => step.release.id).filter((id) => id !== last.as)).toEqual([]);
  taken.mockRestore();
});
