/** What cannot be read, or is too deep to be compared, is never "no changes": it is an error that says what it is. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { apidelta, type Ran } from './run-cli.ts';
import { tinyModels } from './tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-not-seen-'));
afterAll(() => {
  spawnSync('chmod', ['-R', 'u+rwx', folder]);
  rmSync(folder, { recursive: true, force: true });
});
const nobody = 65_534;
const isRoot = process.geteuid?.() === 0;

/** Runs a command as somebody whom permissions hold: for root there are none. */
async function asNobody(args: readonly string[]): Promise<Ran> {
  if (!isRoot) return apidelta(args);
  process.seteuid?.(nobody);
  try {
    return await apidelta(args);
  } finally {
    process.seteuid?.(0);
  }
}

describe('a folder or file that may not be read', async () => {
  const [before, after] = tinyModels(folder);
  chmodSync(folder, 0o777);
  mkdirSync(join(folder, 'store'));
  chmodSync(join(folder, 'store'), 0o777);
  const hidden = (name: string, ...inside: readonly string[]) => {
    const copy = join(folder, name);
    cpSync(before, copy, { recursive: true });
    cpSync(after, join(copy, 'other'), { recursive: true });
    chmodSync(join(copy, ...inside), 0o000);
    return copy;
  };
  const page = join(folder, 'pages');
  mkdirSync(page);
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(page, name), 'words');
  chmodSync(join(page, 'b.txt'), 0o000);
  const closed = [hidden('closed-folder', 'other'), hidden('closed-below', 'other', 'tiny'), page];
  // What a command loads when it runs has to be there before nobody runs it.
  for (const args of [
    ['parse', before],
    ['diff', before, before],
    ['check', before, before],
  ])
    await apidelta(args);
  await apidelta(['ingest', before, '--store', join(folder, 'first.db')]);

  test.each(closed)('%s', async (source) => {
    const store = join(folder, 'store', 'store.db');
    for (const args of [
      ['parse', source],
      ['diff', before, source],
      ['diff', source, before],
      ['check', before, source],
      ['ingest', source, '--store', store, '--as', '1.0.0'],
    ]) {
      const { code, out, err } = await asNobody(args);
      expect({ code, out }, args.join(' ')).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/`.*(?:other|tiny|b\.txt)` cannot be read: permission denied\. Change its permissions/);
    }
    expect(existsSync(store) && (await apidelta(['find', 'GetThing', '--store', store])).out).toBeFalsy();
  });
});

function chain(name: string, length: number, end: string): string {
  const inner = join(folder, name, 'tea', '2020-01-01');
  mkdirSync(inner, { recursive: true });
  const shapes = Array.from({ length }, (_, at) => [
    `S${at}`,
    { type: 'structure', members: { M: { shape: at + 1 < length ? `S${at + 1}` : 'Leaf' } } },
  ]);
  writeFileSync(
    join(inner, 'service-2.json'),
    JSON.stringify({
      metadata: { uid: 'tea-2020-01-01', apiVersion: '2020-01-01' },
      operations: { Brew: { name: 'Brew', input: { shape: 'S0' } } },
      shapes: { ...Object.fromEntries(shapes), Leaf: { type: end } },
    }),
  );
  return join(folder, name);
}

describe('what is too deep to be compared', () => {
  const [old, now] = [chain('old', 100_000, 'string'), chain('now', 100_000, 'integer')];

  test.each(['diff', 'check'])('is said, and %s ends with 2', async (command) => {
    const { code, err } = await apidelta([command, old, now]);
    expect(code).toBe(2);
    expect(err).toContain('2 parts were too deep to be compared, and what changed there is unknown');
    expect(err).toContain('`S400` and what is below it');
  });

  test('is unknown, not absent: of a shorter chain nothing was removed', async () => {
    const { code, out } = await apidelta(['diff', chain('short', 399, 'string'), old, '--format', 'tsv']);
    expect(code).toBe(2);
    expect(out).not.toContain('removed');
  });

  test('what was found is found', async () => {
    const other = chain('other', 100_000, 'string');
    const text = JSON.parse((await apidelta(['diff', old, other, '--format', 'json'])).out);
    expect(text.services).toEqual([]);
  });
});

test('messages that are not printed are counted as often as they were given', async () => {
  const page = `:doc:\`X <../../elbv2>\` / Client / go\n\n.. py:method:: X.Client.go(**kwargs)\n\n  ${'a ``b\n\n  '.repeat(5000)}**Request Syntax**\n  ::\n\n    client.go()\n`;
  writeFileSync(join(folder, 'go.rst'), page);
  const { err } = await apidelta(['parse', join(folder, 'go.rst')]);
  const count = /and ([\d,]+) more messages: (?:.*? )?([\d,]+) unclosed-markup/.exec(err);
  expect(Number(count?.[2]?.replace(',', ''))).toBe(5000 - (err.match(/\(unclosed-markup\)/g) ?? []).length);
});

describe('what nobody can look into is said', () => {
  test.each(['parse', 'diff', 'check'])('%s of a folder with a link', async (command) => {
    const base = join(folder, `linked-${command}`);
    const [before, after] = tinyModels(base);
    symlinkSync(join(after, 'tiny'), join(after, 'other'));
    const sources = command === 'parse' ? [after] : [before, after];
    const { err } = await apidelta([command, ...sources]);
    expect(err).toMatch(/other: passed over: a link: name what it leads to$/m);
  });
});
