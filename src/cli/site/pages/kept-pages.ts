/**
 * Keeps compiled pages by the hash of their code and options: Astro takes seconds to compile, and code rarely changes.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import astroJson from 'astro/package.json' with { type: 'json' };
import packageJson from '../../../../package.json' with { type: 'json' };
import { ownMark } from '../../../sources/index.ts';
import { cacheFolder } from '../../compile-cache.ts';
import type { PageOptions } from '../astro-root.ts';
import { filesIn, hashOf } from '../manifest.ts';
import { compilePages } from './compile-pages.ts';
import { dropOldest, touch } from './shelf.ts';

/** Compiled pages. */
export interface KeptPages {
  readonly folder: string;
  /** The hash of the code and the options: with the same hash, the same store gives the same site. */
  readonly code: string;
}

/** The number of entries: a few versions of the code, each for a few addresses of sites. */
const maxKept = 8;

/** Gives compiled pages from the cache, or compiles them; `work` is an empty folder for that. */
export async function keptPages(
  options: PageOptions,
  work: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<KeptPages> {
  const code = codeHash(options);
  const shelf = join(dirname(cacheFolder(env)), 'pages');
  const kept = join(shelf, code);
  if (isWhole(kept)) {
    touch(kept);
    return { folder: kept, code };
  }
  const compiled = join(work, 'compiled');
  const root = join(work, 'astro');
  for (const folder of [compiled, root]) mkdirSync(folder);
  await compilePages(root, options, compiled);
  rmSync(root, { recursive: true, force: true });
  return { folder: keep(compiled, shelf, kept) ? kept : compiled, code };
}

/** Puts compiled pages into the cache; false if it cannot be written. */
function keep(compiled: string, shelf: string, kept: string): boolean {
  const beside = `${kept}-${ownMark}`;
  try {
    // The files here are run later: only this user may write them.
    mkdirSync(shelf, { recursive: true, mode: 0o700 });
    cpSync(compiled, beside, { recursive: true });
    writeFileSync(join(beside, sumFile), sumOf(beside));
    // Another build may have been faster; a damaged entry is replaced.
    if (!isWhole(kept)) {
      rmSync(kept, { recursive: true, force: true });
      renameSync(beside, kept);
    }
    dropOldest(shelf, maxKept, kept);
  } catch {
    // The disk is full, or the home is read-only: the pages are compiled each time.
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return isWhole(kept);
}

/** The file with the hash of all others. */
const sumFile = 'sum';

function isWhole(kept: string): boolean {
  try {
    return readFileSync(join(kept, sumFile), 'utf8') === sumOf(kept);
  } catch {
    return false;
  }
}

function sumOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesIn(folder)) if (file !== sumFile) hash.update(`${file} ${hashOf(join(folder, file))}\n`);
  return hash.digest('base64url');
}

const home = fileURLToPath(new URL('../../../..', import.meta.url));

/** The hash of everything that compiled pages depend on. */
function codeHash({ base, site, twins, report }: PageOptions): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      ...[packageJson.version, astroJson.version, process.version],
      ...[base, site ?? null, twins !== false, report ?? null],
    ]),
  );
  for (const part of ['astro.config.mjs', 'src']) {
    const place = join(home, part);
    const files = statSync(place).isDirectory() ? filesIn(place).map((file) => join(place, file)) : [place];
    for (const file of files) hash.update(`\n${file.slice(home.length)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}
