/** What README.md says of commands and plugins: what its examples print, and that none is missing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isPrinted, readmeSessions } from '../../scripts/readme-example.ts';
import * as plugins from '../../src/parse/plugins/index.ts';
import { apidelta } from '../cli/run-cli.ts';
import { root } from '../tidy/source-file.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('there are commands with what they print', () => {
  expect(readmeSessions().length).toBeGreaterThan(0);
});

test.each(readmeSessions().map((session) => [session.args.join(' '), session] as const))(
  '`%s` prints what README.md says',
  async (_, { args, lines }) => {
    const { out, err } = await apidelta(args);
    expect(err).toBe('');
    // What is compared is shown whole where it differs.
    if (!isPrinted(lines, out.trimEnd().split('\n'))) expect(out.trimEnd().split('\n')).toEqual(lines);
  },
);

test('a left-out line stands for one or more lines', () => {
  expect(isPrinted(['a', '  …', 'd'], ['a', 'b', 'c', 'd'])).toBe(true);
  expect(isPrinted(['a', '…'], ['a', 'b'])).toBe(true);
  expect(isPrinted(['a', '…', 'd'], ['a', 'd'])).toBe(false);
  expect(isPrinted(['a', '…', 'd'], ['a', 'b', 'e'])).toBe(false);
  expect(isPrinted(['a'], ['a', 'b'])).toBe(false);
  expect(isPrinted(['a', 'b'], ['a'])).toBe(false);
});

test('every command has a row in its table', async () => {
  const { out } = await apidelta(['--help']);
  const commands = [...(out.split('Commands:')[1] ?? '').matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
  expect(commands.length).toBeGreaterThan(10);
  const rows = [...readme.matchAll(/^\| (`.*?) \|/gm)].map(([, cell]) => cell);
  const isThere = (name = '') => rows.some((cell) => new RegExp(`\`${name}[ \`]`).test(cell ?? ''));
  expect(commands.filter((name) => name !== 'help' && !isThere(name))).toEqual([]);
});

test('every plugin is named', () => {
  expect(Object.keys(plugins).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
