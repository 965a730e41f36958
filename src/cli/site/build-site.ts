/** Runs Astro over the pages of this package and puts the finished site in the place of the old one. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../sources/index.ts';
import { headersFile, headersText } from '../../view/site/site-headers.ts';
import { type Io, UsageError } from '../io.ts';
import { systemErrorOf } from '../system-error.ts';
import { enterAstroRoot, type PageOptions } from './astro-root.ts';
import { filesIn, writeManifest } from './manifest.ts';
import type { OutFolder } from './out-folder.ts';
import { type OnStep, replaceFolder } from './replace-folder.ts';
import { writeSitemap } from './sitemap.ts';

export interface SiteOptions extends PageOptions {
  readonly out: OutFolder;
  readonly headers?: boolean;
  readonly onStep?: OnStep;
}

/** Builds the site; gives the number of its HTML pages. Where anything fails, the old site is as it was. */
export async function buildSite(options: SiteOptions, io: Io): Promise<number> {
  const work = makeTemporaryFolder('site');
  const before = process.cwd();
  try {
    const { out: built, config } = enterAstroRoot(work, options);
    if (io.stderr.isTTY === true) io.stderr.write('Building pages…\n');
    await runAstro(config);
    process.chdir(before);
    if (options.headers === true) writeFileSync(join(built, headersFile), headersText(options.base));
    writeSitemap(built, filesIn(built), options.site, options.base);
    const files = [...writeManifest(built).keys()];
    replaceFolder(built, files, options.out, options.onStep);
    return files.filter((name) => name.endsWith('.html')).length;
  } finally {
    process.chdir(before);
    removeTemporaryFolder(work);
  }
}

async function runAstro(config: ReturnType<typeof enterAstroRoot>['config']): Promise<void> {
  const { build } = await import('astro');
  try {
    await build(config);
  } catch (error) {
    const known = systemErrorOf(error);
    if (known === undefined || !ofTheDisk.has(known.code)) throw error;
    throw new UsageError(
      `The pages cannot be made in ${dirname(config.root)}: ${known.reason}. TMPDIR names another temporary folder.`,
    );
  }
}

const ofTheDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EACCES']);
