/** Sentences about a folder for the site name it as the user did, and a home is more than the folder one works in. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { checkContents, checkPlace } from '../../../src/cli/site/out-folder.ts';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'apidelta-named-')));
afterAll(() => rmSync(top, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

test('a folder of something else is named as the user named it', () => {
  const folder = join(top, 'other');
  mkdirSync(folder);
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  expect(() => checkContents({ named: 'site', folder })).toThrow(
    '`site` is not empty and is no site of apidelta (it holds `mine.txt`)',
  );
});

test('home, and what holds it, are refused; a folder in it is not', () => {
  const home = join(top, 'people', 'me');
  mkdirSync(home, { recursive: true });
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  const check = (out: string) => () => checkPlace(out, { sources: [] });
  for (const out of [home, join(top, 'people')]) expect(check(out)).toThrow('is your home, or holds it');
  const folder = join(home, 'site');
  expect(checkPlace(folder, { sources: [] })).toEqual({ named: folder, folder });
  const link = join(top, 'link');
  symlinkSync(home, link);
  expect(check(link)).toThrow('is your home, or holds it');
});
