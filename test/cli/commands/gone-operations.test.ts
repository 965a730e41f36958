/** Operations that are gone: which release removed them, and what they are called since. */
import { expect, test } from 'vitest';
import { TinyRepository } from '../../store/walk/tiny-repository.ts';
import { modelOf, modelPath, scratchFolder } from '../../store/walk/walked.ts';
import { apidelta } from '../run-cli.ts';

const { fresh, walked } = scratchFolder();

interface Given {
  readonly protocol?: string;
  /** For each release the operations of the service, with their descriptions; null: it has no such service. */
  readonly releases: readonly (Readonly<Record<string, string>> | null)[];
}

/** Ingests releases 1.0.0, 1.0.1, … and gives a way to ask about them. */
async function storeOf({ protocol = 'json', releases }: Given) {
  const repository = new TinyRepository(fresh('repository'));
  for (const [at, operations] of releases.entries())
    repository.release(`1.0.${at}`, {
      [modelPath('other')]: modelOf('other', 'X'),
      [modelPath('widget')]: operations === null ? null : widget(protocol, operations),
    });
  const store = await walked(repository);
  return async (...args: string[]) => {
    const { out, err } = await apidelta([...args, '--store', store]);
    // Other numbers of a release, and its day, stand in brackets.
    return { out: out.replace(/ \([^)]*\)/g, ''), err };
  };
}

function widget(protocol: string, operations: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    metadata: { apiVersion: '2020-01-01', protocol, serviceFullName: 'Widget', uid: 'widget-2020-01-01' },
    operations: Object.fromEntries(
      Object.entries(operations).map(([name, documentation]) => [
        name,
        { name, documentation, input: { shape: 'In' } },
      ]),
    ),
    shapes: { In: { type: 'structure', members: { Name: { shape: 'Text' } } }, Text: { type: 'string' } },
  });
}

test('an operation that was removed before its service was tells its own release', async () => {
  const ask = await storeOf({ releases: [{ Stay: '', Go: '' }, { Stay: '' }, null] });
  expect((await ask('log', 'widget.Go')).out).toMatch(/^widget\.Go: removed in 1\.0\.1\n/);
  expect((await ask('log', 'widget.Go.request.Name')).out).toMatch(/removed in 1\.0\.1\n/);
  expect((await ask('log', 'widget.Stay')).out).toMatch(/^widget\.Stay: .*removed in 1\.0\.2\n/);
  expect((await ask('show', 'widget.Go')).err).toContain('widget.Go was removed in 1.0.1:');
  expect((await ask('show', 'widget.Stay')).err).toContain('widget.Stay was removed in 1.0.2:');
});

test.each(['json', 'rest-json'])('an operation with a new name tells it (%s)', async (protocol) => {
  const ask = await storeOf({ protocol, releases: [{ MakeURLMap: '' }, { MakeUrlMap: '' }] });
  const { out } = await ask('log', 'widget.MakeURLMap');
  expect(out).toMatch(/^widget\.MakeURLMap: removed in 1\.0\.1, is MakeUrlMap now\n/);
  // Requests of a REST protocol do not contain the name: it is no change there.
  expect(out.includes('MakeURLMap is sent as MakeUrlMap now')).toBe(protocol === 'json');
  expect(JSON.parse((await ask('log', 'widget.MakeURLMap', '--format', 'json')).out)).toMatchObject({
    removedIn: { release: { id: '1.0.1' } },
    renamedTo: 'MakeUrlMap',
  });
  expect((await ask('log', 'widget.MakeURLMap.request.Name')).out).toMatch(
    /removed in 1\.0\.1, its operation is MakeUrlMap now\n/,
  );
  expect((await ask('show', 'widget.MakeURLMap')).err).toContain(
    'widget.MakeURLMap was removed in 1.0.1, and is MakeUrlMap now: --as-of shows it as it was in a version before.',
  );
  const later = (await ask('log', 'widget.MakeUrlMap')).out;
  expect(later).toMatch(/^widget\.MakeUrlMap: since 1\.0\.1, was MakeURLMap before\n/);
  expect(JSON.parse((await ask('log', 'widget.MakeUrlMap', '--format', 'json')).out)).toMatchObject({
    renamedTo: null,
    renamedFrom: 'MakeURLMap',
  });
});

test('an operation that was renamed and is gone now tells its last name; one that has its name again tells none', async () => {
  const gone = await storeOf({ releases: [{ MakeURLMap: '', B: '' }, { MakeUrlMap: '', B: '' }, { B: '' }] });
  expect((await gone('log', 'widget.MakeURLMap')).out).toMatch(/: removed in 1\.0\.1, was MakeUrlMap then\n/);
  expect((await gone('log', 'widget.MakeUrlMap')).out).toMatch(/: removed in 1\.0\.2\n/);
  const again = await storeOf({
    releases: [{ MakeURLMap: '' }, { MakeUrlMap: '' }, { MakeURLMap: '' }],
  });
  expect((await again('log', 'widget.MakeUrlMap')).out).toMatch(/: removed in 1\.0\.2, is MakeURLMap now\n/);
  const { out } = await again('log', 'widget.MakeURLMap');
  expect(out).toMatch(/^widget\.MakeURLMap: since 1\.0\.2, was MakeUrlMap before\n/);
  expect(out).toContain('MakeURLMap is sent as MakeUrlMap now');
});

test('two operations that one method of the SDK may mean now are not told as the new name', async () => {
  const ask = await storeOf({ releases: [{ MakeURLMap: '' }, { MakeUrlMap: '', make_url_map: '' }] });
  expect((await ask('log', 'widget.MakeURLMap')).out).toMatch(/: removed in 1\.0\.1\n/);
});

test('a description that changed in the release that renamed its operation is told, under the new name', async () => {
  const ask = await storeOf({
    releases: [{ MakeURLMap: '<p>Makes one map.</p>' }, { MakeUrlMap: '<p>Makes two maps.</p>' }],
  });
  const { out } = await ask('log', 'widget', '--docs');
  expect(out).toContain('MakeUrlMap: 2 words changed');
  // Below the sentence, and further in.
  expect(out).toMatch(/^ {2}words .*2 words changed\n {12}\S.*\[-one-\]\{\+two\+\}/m);
});

test('an operation that went with its service is told with it, also where the service came back', async () => {
  const ask = await storeOf({ releases: [{ Stay: '', Go: '' }, null, { Stay: '' }] });
  expect((await ask('log', 'widget.Go')).out).toMatch(/^widget\.Go: removed in 1\.0\.1\n/);
  expect((await ask('log', 'widget.Gone')).err).toContain('widget has no operation Gone, and never had');
});

test('nobody says that an operation was never there if another service has the name of its service now', async () => {
  const repository = new TinyRepository(fresh('repository'));
  const [own, other] = [widget('json', { Stay: '', Go: '' }), widget('json', { Stay: '' })];
  repository.release('1.0.0', { [modelPath('widget')]: own, [modelPath('x')]: modelOf('x', 'X') });
  repository.release('1.0.1', { [modelPath('gadget')]: other });
  repository.release('1.0.2', { [modelPath('widget')]: null });
  repository.release('1.0.3', { [modelPath('gadget')]: null, [modelPath('widget')]: other });
  const store = await walked(repository);
  const said = 'widget has no operation Go now: it had it before the service was removed in 1.0.2';
  for (const [command = '', name = ''] of [
    ['log', 'widget.Go'],
    ['log', 'widget.go.request.Name'],
    ['show', 'widget.Go'],
  ])
    expect((await apidelta([command, name, '--store', store])).err).toContain(said);
  expect((await apidelta(['show', 'widget.Go', '--as-of', '1.0.1', '--store', store])).out).toContain('widget.Go');
});
