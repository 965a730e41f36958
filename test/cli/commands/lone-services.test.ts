/** Comparing where one side does not have a service, or has one that cannot be read. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-lone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [before, after] = tinyModels(folder);
const modelOf = (side: string, service: string) => join(side, service, '2020-01-01', 'service-2.json');

/** Two sides with `other`, which did not change, and with `tiny`; `write` changes the newer side. */
function sides(name: string, write: (now: string) => void): readonly [old: string, now: string] {
  const [old, now] = [join(folder, name, 'old'), join(folder, name, 'now')];
  for (const side of [old, now])
    for (const service of ['tiny', 'other']) cpSync(join(before, 'tiny'), join(side, service), { recursive: true });
  cpSync(join(after, 'tiny'), join(now, 'tiny'), { recursive: true });
  write(now);
  return [old, now];
}

test.each([[], ['--service', 'tiny'], ['--service', 'tiny', '--service', 'other']])(
  'a service that complete sides no longer have is gone, whatever is named: %j %j %j %j',
  async (...services) => {
    const [old, now] = sides(`gone${services.length}`, (side) => rmSync(join(side, 'tiny'), { recursive: true }));
    const gone = await apidelta(['check', old, now, '--complete', ...services]);
    expect(gone).toMatchObject({ code: 1, out: expect.stringMatching(/breaks callers +tiny is gone/), err: '' });
    const came = await apidelta(['diff', now, old, '--complete', ...services]);
    expect(came).toMatchObject({ code: 0, out: expect.stringContaining('New service tiny'), err: '' });
  },
);

test('a side that may be a part is asked for the service that was named', async () => {
  const [old, now] = sides('part', (side) => rmSync(join(side, 'tiny'), { recursive: true }));
  expect(await apidelta(['check', old, now, '--service', 'tiny'])).toEqual({
    code: 2,
    out: '',
    err: `${now} has nothing of tiny.\n`,
  });
  expect(await apidelta(['check', old, now, '--complete', '--service', 'tinny'])).toMatchObject({
    code: 2,
    err: `Neither ${old} nor ${now} has a service tinny.\n`,
  });
});

test.each([
  ['{"metadata":', []],
  ['{"metadata":', ['--complete']],
  ['[1, 2]', ['--complete']],
])('a service that cannot be read on one side did not go: %s %j', async (text, more) => {
  const [old, now] = sides(`unread${text.length}${more.length}`, (side) => writeFileSync(modelOf(side, 'tiny'), text));
  for (const [one, other] of [
    [old, now],
    [now, old],
  ] as const) {
    const ran = await apidelta(['diff', one, other, ...more]);
    expect(ran).toMatchObject({ code: 2, out: 'no changes\n' });
    expect(ran.err).toMatch(/What changed in tiny is unknown: one side could not be read\.\n$/);
  }
  // What was found elsewhere is certain.
  writeFileSync(modelOf(now, 'other'), JSON.stringify({ metadata: {}, operations: { New: {} }, shapes: {} }));
  const found = await apidelta(['check', old, now, ...more]);
  expect(found).toMatchObject({ code: 1, out: expect.stringContaining('GetThing is gone') });
  expect(found.out).not.toContain('tiny is gone');
});

test('a service that nobody else has may be unreadable', async () => {
  const [old, now] = sides('extra', (side) => {
    mkdirSync(join(side, 'extra', '2020-01-01'), { recursive: true });
    writeFileSync(modelOf(side, 'extra'), '{');
  });
  expect(await apidelta(['diff', old, now, '--service', 'other'])).toMatchObject({ code: 0, out: 'no changes\n' });
});
