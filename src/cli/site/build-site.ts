/** Runs Astro over the pages of this package and puts the finished site in the place of the old one. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../sources/index.ts';
import { storeVariable } from '../../store/read.ts';
import { headersFile, headersText } from '../../view/site/site-headers.ts';
import { type Io, UsageError } from '../io.ts';
import { systemErrorOf } from '../system-error.ts';
import { writeManifest } from './manifest.ts';
import type { OutFolder } from './out-folder.ts';
import { type OnStep, replaceFolder } from './replace-folder.ts';

export interface SiteOptions {
  /** The store that the pages are made from. */
  readonly store: string;
  readonly out: OutFolder;
  readonly site?: string;
  readonly base: string;
  readonly headers?: boolean;
  readonly onStep?: OnStep;
}

/** The package: `src/cli/site` and `lib/cli/site` are equally deep in it. */
const home = fileURLToPath(new URL('../../..', import.meta.url));

/** Builds the site; gives the number of its HTML pages. Where anything fails, the old site is as it was. */
export async function buildSite(options: SiteOptions, io: Io): Promise<number> {
  // Astro wants a root that it may write to, and the package may be where nobody can: the root is a folder of its own.
  const work = makeTemporaryFolder('site');
  const before = process.cwd();
  try {
    symlinkSync(
      fileURLToPath(new URL('..', import.meta.resolve('astro/package.json'))),
      join(work, 'node_modules'),
      'junction',
    );
    const built = join(work, 'out');
    mkdirSync(built);
    Object.assign(process.env, {
      [storeVariable]: options.store,
      APIDELTA_OUT: built,
      APIDELTA_CACHE: join(work, 'cache'),
      APIDELTA_BASE: options.base,
      APIDELTA_SITE: options.site ?? '',
      ASTRO_TELEMETRY_DISABLED: '1',
    });
    process.chdir(work);
    if (io.stderr.isTTY === true) io.stderr.write('Building pages…\n');
    await runAstro(work);
    process.chdir(before);
    if (options.headers === true) writeFileSync(join(built, headersFile), headersText(options.base));
    const files = [...writeManifest(built).keys()];
    replaceFolder(built, files, options.out, options.onStep);
    return files.filter((name) => name.endsWith('.html')).length;
  } finally {
    process.chdir(before);
    removeTemporaryFolder(work);
  }
}

async function runAstro(root: string): Promise<void> {
  const { build } = await import('astro');
  try {
    await build({
      root,
      srcDir: join(home, 'src'),
      configFile: relative(root, join(home, 'astro.config.mjs')),
      // What goes wrong is thrown as well, and said once.
      logLevel: 'silent',
    });
  } catch (error) {
    const known = systemErrorOf(error);
    if (known === undefined || !ofTheDisk.has(known.code)) throw error;
    throw new UsageError(
      `The pages cannot be made in ${dirname(root)}: ${known.reason}. TMPDIR names another temporary folder.`,
    );
  }
}

const ofTheDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EACCES']);
