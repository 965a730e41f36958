/** What git is told about its surroundings, so that its sentences can be read whatever the user's language is. */
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runGit } from '../../src/sources/git/run-git.ts';
import { scratchFolder } from './scratch-folder.ts';

afterEach(() => vi.unstubAllEnvs());

test('git speaks English, asks nobody, and fetches nothing', async () => {
  const folder = scratchFolder();
  const names = [
    'LC_ALL',
    'GIT_TERMINAL_PROMPT',
    'GIT_OPTIONAL_LOCKS',
    'GIT_ALLOW_PROTOCOL',
    'GIT_NO_LAZY_FETCH',
    'GIT_DIR',
  ];
  const program = path.join(folder, 'git');
  writeFileSync(program, `#!/bin/sh\necho "${names.map((name) => `${name}=$${name}`).join(' ')}"\n`);
  chmodSync(program, 0o755);
  vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env.PATH}`);
  vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
  vi.stubEnv('GIT_DIR', '/elsewhere');
  const said = await runGit({ name: 'cups', folder }, ['status']);
  expect(said.toString().trim()).toBe(
    'LC_ALL=C GIT_TERMINAL_PROMPT=0 GIT_OPTIONAL_LOCKS=0 GIT_ALLOW_PROTOCOL=none GIT_NO_LAZY_FETCH=1 GIT_DIR=',
  );
});
