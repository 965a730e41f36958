/** A store that is made in parts, each on another machine, is the store that one machine makes; what is no whole set of parts is refused. */
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { apidelta } from '../../cli/run-cli.ts';
import { dumpStore } from '../dump.ts';
import { modelJson, TinyRepository } from '../walk/tiny-repository.ts';
import { modelOf, modelPath, scratchFolder } from '../walk/walked.ts';

const { folder, fresh } = scratchFolder();
const repository = new TinyRepository(join(folder, 'repository'));
/** The same history in another place. */
const clone = join(folder, 'clone');
const whole = join(folder, 'whole.db');

beforeAll(async () => {
  const services = ['ant', 'bee', 'cat', 'dog', 'elk'];
  const files = (fields: readonly string[]) =>
    Object.fromEntries(services.map((service) => [modelPath(service), modelOf(service, ...fields)]));
  repository.release('1.0.0', files(['A']));
  repository.release('1.1.0', { [modelPath('ant')]: modelOf('ant', 'A', 'B') });
  const note = JSON.stringify([{ type: 'api-change', category: '``bee``', description: 'A new field.' }]);
  repository.release('1.2.0', {
    [modelPath('bee')]: modelOf('bee', 'A', 'B'),
    // The same API under another name.
    [modelPath('dog')]: null,
    [modelPath('fox')]: modelOf('dog', 'A'),
    [modelPath('cat')]: modelJson({ A: ['x'] }),
    '.changes/1.2.0.json': note,
  });
  repository.release('1.3.0', { [modelPath('elk')]: '{', [modelPath('ant')]: modelOf('ant', 'A', 'B', 'C') });
  expect((await apidelta(['ingest', `git:${repository.folder}`, '--store', whole])).code).toBe(0);
  execFileSync('git', ['clone', '--quiet', '--bare', repository.folder, clone]);
});

async function makeParts(count: number, name: string): Promise<readonly string[]> {
  const parts = Array.from({ length: count }, (_, at) => join(folder, `${name}-${at + 1}.db`));
  for (const [at, store] of parts.entries()) {
    const { code, err } = await apidelta([
      'ingest',
      `git:${at === 0 ? clone : repository.folder}`,
      '--store',
      store,
      '--shard',
      `${at + 1}/${count}`,
    ]);
    expect(code, err).toBe(0);
  }
  return parts;
}

test.each([1, 2, 4, 9])('%i parts, in any order, are the store of one run', async (count) => {
  const parts = await makeParts(count, `of-${count}`);
  const merged = fresh('merged.db');
  expect(await apidelta(['merge', ...parts.toReversed(), '--store', merged])).toMatchObject({ code: 0 });
  expect(dumpStore(merged)).toBe(dumpStore(whole));
  const reader = openStore(merged);
  expect(reader.examine()).toMatchObject({ problems: [] });
  reader.close();
  const again = await apidelta(['ingest', `git:${repository.folder}`, '--store', merged]);
  expect(again).toMatchObject({ code: 0, err: expect.stringContaining('Nothing new.') });
});

test('each service is in one part, and each part has some', async () => {
  const parts = await makeParts(2, 'apart');
  const found = parts.map((part) => {
    const reader = openStore(part, { allowsPart: true });
    const ids = reader.serviceIds();
    expect(reader.examine().remarks[0]).toMatch(/^It is part [12] of 2/);
    reader.close();
    return ids;
  });
  expect(Math.min(...found.map((ids) => ids.length))).toBeGreaterThan(1);
  expect(found.flat().sort()).toEqual(['ant', 'bee', 'cat', 'dog', 'elk', 'fox']);
  // A part that was made is not made again.
  const again = await apidelta(['ingest', `git:${repository.folder}`, '--store', parts[0] as string, '--shard', '1/2']);
  expect(again).toMatchObject({ code: 0, err: expect.stringContaining('Nothing new.') });
});

test('what is no whole set of parts is refused in one sentence, and nothing is written', async () => {
  const [one, two, three] = (await makeParts(3, 'some')) as [string, string, string];
  const [other] = await makeParts(2, 'others');
  const double = fresh('double.db');
  copyFileSync(two, double);
  const since = fresh('since.db');
  await apidelta(['ingest', `git:${repository.folder}`, '--store', since, '--since', '1.1.0', '--shard', '3/3']);
  const older = fresh('older.db');
  copyFileSync(three, older);
  const db = new DatabaseSync(older);
  db.exec('DELETE FROM service WHERE id = (SELECT min(id) FROM service)');
  db.close();
  const target = fresh('none.db');
  for (const [parts, sentence] of [
    [[one, two], 'Of 3 parts this one is missing: 3.'],
    [[three], 'Of 3 parts these are missing: 1, 2.'],
    [[one, two, double, three], 'are both part 2 of 3.'],
    [[one, two, other], 'are not parts of one store: '],
    [[one, two, since], 'are not parts of one store: '],
    [[one, two, whole], 'is no part of a store: ingest --shard makes one.'],
    [[one, two, fresh('nowhere.db')], 'There is no store at '],
    [[one, two, older], 'is damaged'],
  ] as const) {
    const { code, err } = await apidelta(['merge', ...(parts as readonly string[]), '--store', target]);
    expect(code, sentence).toBe(2);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(() => openStore(target)).toThrow(/There is no store/);
  }
  expect(await apidelta(['merge', one, two, three, '--store', target, '--out', fresh('site')])).toMatchObject({
    code: 2,
  });
  expect(await apidelta(['merge', one, two, three, '--store', whole])).toMatchObject({
    code: 2,
    err: expect.stringContaining('has something already'),
  });
});

test('a part is a store of its own', async () => {
  const [part = ''] = await makeParts(2, 'own');
  const spec = `git:${repository.folder}`;
  for (const [args, sentence] of [
    [[spec, '--store', part], 'is part 1 of 2: merge puts the parts together'],
    [[spec, '--store', part, '--shard', '2/2'], 'is part 1 of 2: merge puts the parts together'],
    [['content', '--store', part], 'is part 1 of 2: merge puts the parts together'],
    [[spec, '--store', whole, '--shard', '1/2'], 'has something already: name a new file'],
    [[spec, '--store', fresh('x.db'), '--shard', '3/2'], '--shard 3/2 names no part'],
    [['content', '--store', fresh('x.db'), '--shard', '1/2'], '--shard takes one source, a git repository'],
    [[spec, '--until', '1.0.0', '--store', fresh('x.db'), '--shard', 'auto'], '--shard auto finds no numbers'],
  ] as const) {
    const { code, err } = await apidelta(['ingest', ...args]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
    expect(err.trim().split('\n')).toHaveLength(1);
  }
});

test('who asks a part would hear of services that there are none', async () => {
  const [part = ''] = await makeParts(2, 'asked');
  for (const args of [
    ['log', 'ant'],
    ['find', 'A'],
    ['between', 'ant', '1.0.0', '1.3.0'],
    ['show', 'ant.A'],
    ['check', '--from', '1.0.0'],
    ['build', '--out', fresh('site')],
  ]) {
    const { code, err } = await apidelta([...args, '--store', part]);
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'is part 1 of 2, and has not all services: put the parts together with merge first.',
      ),
    });
  }
  expect(await apidelta(['doctor', '--store', part])).toMatchObject({ code: 0 });
});

test('a part of a repository that has a new release is made again', async () => {
  const own = new TinyRepository(fresh('grows'));
  for (const fields of [['A'], ['A', 'B']])
    own.release(`1.${fields.length}.0`, {
      [modelPath('ant')]: modelOf('ant', ...fields),
      [modelPath('bee')]: modelOf('bee', ...fields),
    });
  const part = fresh('part.db');
  const args = ['ingest', `git:${own.folder}`, '--store', part, '--shard', '1/2'] as const;
  expect(await apidelta([...args])).toMatchObject({ code: 0 });
  own.release('1.3.0', { [modelPath('ant')]: modelOf('ant', 'A') });
  expect(await apidelta([...args])).toMatchObject({ code: 2, err: expect.stringContaining('make all parts again') });
});
