/** `show`: an operation as it was in a version is what `parse` reads at its tag; what was renamed, removed or came back; and mistakes. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Operation, pathLines, type Service } from '../../src/model/index.ts';
import { openStore } from '../../src/store/read.ts';
import { historyTimeout, realHistory } from '../real-history.ts';
import { roundsOf } from '../rounds.ts';
import { describeShared } from '../shared.ts';
import { modelAt } from '../store/history/by-hand.ts';
import { TinyRepository } from '../store/walk/tiny-repository.ts';
import { modelOf, modelPath, scratchFolder } from '../store/walk/walked.ts';
import { apidelta } from './run-cli.ts';

describeShared('show over the real history', () => {
  let repository = '';
  let store = '';
  const services = ['elbv2', 'kms', 'lambda', 'sqs', 'codebuild'];
  beforeAll(async () => {
    ({ repository, store } = await realHistory());
  }, historyTimeout);

  test('random operations are what parse reads at their tags', { timeout: 300_000 }, async () => {
    const reader = openStore(store);
    const random = seeded(20_251_113);
    let shown = 0;
    while (shown < roundsOf(200)) {
      const service = services[random(services.length)] ?? '';
      const releases = reader.serviceReleases({ service });
      const version = releases[random(releases.length)]?.release.id ?? '';
      // Models of the first years are read otherwise by hand.
      const model = modelAt(repository, service, version);
      if (model === undefined) continue;
      for (let round = 0; round < 10; round++) {
        const operation = model.operations[random(model.operations.length)] as Operation;
        const ran = await apidelta([
          'show',
          `${service}.${operation.name}`,
          '--as-of',
          version,
          '--format',
          'json',
          '--store',
          store,
        ]);
        expect(ran.err).toBe('');
        expect(linesOf(JSON.parse(ran.out)), `${service}.${operation.name} ${version}`).toEqual(
          parsed(model, operation),
        );
        shown++;
      }
    }
    reader.close();
  });
});

describe('show', () => {
  const { fresh, walked } = scratchFolder();
  const show = (store: string, ...args: string[]) => apidelta(['show', ...args, '--store', store]);

  test('a service that was renamed is shown under its new name, before that too', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { 'README.md': 'nothing yet' });
    repository.release('1.1.0', { [modelPath('old')]: modelOf('u', 'A') });
    repository.release('1.2.0', { [modelPath('old')]: null, [modelPath('new')]: modelOf('u', 'A', 'B') });
    const store = await walked(repository);
    const [operation] = openStore(store).service('new')?.operations ?? [];
    const name = `new.${operation?.operation.name}`;
    expect((await show(store, name)).out).toContain('  B string');
    const before = await show(store, name, '--as-of', '1.1.0');
    expect(before.out).toContain('  A string');
    expect(before.out).not.toContain('  B string');
    expect((await show(store, name, '--as-of', '1.0.0')).err).toMatch(/^new .*1\.0\.0.*\n$/);
    // Between two versions the old name is gone, so the new one is said.
    const between = await apidelta(['between', 'old', '1.1.0', '1.2.0', '--store', store]);
    expect(between.out).toContain('old is gone');
    expect(between.err).toBe(
      'old was renamed in 1.2.0, and is new now: `apidelta between new 1.1.0 1.2.0` compares it.\n',
    );
    expect((await apidelta(['between', 'new', '1.1.0', '1.2.0', '--store', store])).err).toBe('');
  });

  test('a service that was removed and came back', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { [modelPath('one')]: modelOf('u', 'A'), [modelPath('two')]: modelOf('v', 'A') });
    repository.release('1.1.0', { [modelPath('one')]: null });
    repository.release('1.2.0', { [modelPath('one')]: modelOf('u', 'C') });
    repository.release('1.3.0', { [modelPath('two')]: null });
    const store = await walked(repository);
    const [operation] = openStore(store).service('one')?.operations ?? [];
    const name = operation?.operation.name ?? '';
    expect((await show(store, `one.${name}`, '--as-of', '1.0.0')).out).toContain('  A string');
    expect((await show(store, `one.${name}`)).out).toContain('  C string');
    const gone = await show(store, `one.${name}`, '--as-of', '1.1.0');
    expect([gone.code, gone.err]).toEqual([2, 'one is there since 1.2.0: it was not there in 1.1.0.\n']);
    const removed = await show(store, `two.${name}`);
    expect([removed.code, removed.err]).toEqual([
      2,
      `two.${name} was removed in 1.3.0: --as-of shows it as it was in a version before.\n`,
    ]);
    const near = await show(store, `one.${name}s`, '--as-of', '1.0.0');
    expect([near.code, near.err]).toEqual([2, `one has no operation ${name}s in 1.0.0; nearest: ${name}.\n`]);
    expect((await show(store, `one.${name}`, '--as-of', '9.9.9')).code).toBe(2);
    const markdown = (await show(store, `one.${name}`, '--format', 'markdown')).out;
    expect(markdown).toContain(`# \`one.${name}\` as of 1.2.0\n\n## Request\n`);
    expect(markdown).toContain('- `C` string');
  });

  test.each(['a.b', String.raw`a\.b`, 'request.A.B', String.raw`request.a\.B`])(
    'log finds a field with a dot in its name: %s',
    async (name) => {
      const repository = new TinyRepository(fresh('repository'));
      repository.release('1.0.0', { [modelPath('odd')]: modelOf('u', 'a.b') });
      const log = await apidelta(['log', `odd.PutThing.${name}`, '--store', await walked(repository)]);
      expect([log.code, log.err]).toEqual([0, '']);
    },
  );

  test('an operation with a dot in its name, and the name of a field', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { [modelPath('odd')]: modelOf('u', 'A').replaceAll('PutThing', 'Get.Thing') });
    const store = await walked(repository);
    for (const name of ['Get.Thing', String.raw`Get\.Thing`, 'get.thing']) {
      expect((await show(store, `odd.${name}`)).out, name).toContain('  A string');
      expect((await show(store, `odd.${name}`, '--as-of', '1.0.0')).out, name).toContain('  A string');
    }
    for (const [name, ...more] of [['Get.Thing.request.A'], [String.raw`Get\.Thing.A`, '--as-of', '1.0.0']]) {
      const field = await show(store, `odd.${name}`, ...more);
      expect([field.code, field.err]).toEqual([
        2,
        '`show` prints a whole operation: name odd.Get.Thing alone, or ask `log` for the history of a part of it.\n',
      ]);
      const log = await apidelta(['log', `odd.${name}`, '--store', store]);
      expect([log.code, log.out]).toEqual([0, expect.stringContaining('Get.Thing')]);
    }
  });
});

interface ShownJson {
  readonly service: string;
  readonly operation: string;
  readonly errors: readonly string[] | null;
  readonly request: readonly ShownField[] | null;
  readonly response: readonly ShownField[] | null;
}

interface ShownField {
  readonly path: string;
  readonly type: string;
  readonly required: boolean | null;
  readonly values: readonly string[] | null;
}

/** The lines of `parse --format paths` that the shown operation stands for. */
function linesOf(shown: ShownJson): readonly string[] {
  const fields = (['request', 'response'] as const).flatMap((direction) =>
    (shown[direction] ?? []).map(({ path, type, required, values }) => {
      const must = required === null ? '' : required ? 'required' : 'optional';
      return [direction, path, type, must, [...(values ?? [])].sort().join('|')].join('\t');
    }),
  );
  const lines = fields.length > 0 ? fields : ['\t\t\t\t'];
  return [...[...new Set(lines)].sort(), ...(shown.errors ?? []).map((error) => `error ${error}`)];
}

function parsed(model: Service, operation: Operation): readonly string[] {
  const lines = pathLines({ ...model, operations: [operation] }).map((line) => line.split('\t').slice(2).join('\t'));
  return [...lines.sort(), ...(operation.errors ?? []).map(({ name }) => `error ${name}`)];
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
