/**
 * The folder that Astro works in, and the environment of its pages. Astro needs a writable root, which the package may
 * not be.
 */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storeVariable } from '../../store/read.ts';

/** The source of the pages, and their address. */
export interface PageOptions {
  readonly store: string;
  readonly base: string;
  readonly site?: string;
  /** False leaves out the Markdown version of every page. */
  readonly twins?: boolean;
  /** Whether Vite's own server makes the pages; it sends modules, and styles inside of pages. */
  readonly watched?: boolean;
  /** The address where readers report mistakes; without it no page has such a link. */
  readonly report?: string;
}

/** The package: `src/cli/site` and `lib/cli/site` have the same depth in it. */
const home = fileURLToPath(new URL('../../..', import.meta.url));

/** The environment variables of the pages. */
export function pageEnvironment({
  store,
  base,
  site,
  twins,
  report,
  watched,
}: PageOptions): Readonly<Record<string, string>> {
  return {
    [storeVariable]: store,
    APIDELTA_BASE: base,
    APIDELTA_SITE: site ?? '',
    APIDELTA_TWINS: twins === false ? 'no' : '',
    APIDELTA_WATCHED: watched === true ? 'yes' : '',
    APIDELTA_REPORT: report ?? '',
  };
}

/** Makes a folder Astro's root, changes to it, and gives Astro's options. The pages go to `out` in it. */
export function enterAstroRoot(work: string, options: PageOptions) {
  const astro = fileURLToPath(new URL('..', import.meta.resolve('astro/package.json')));
  symlinkSync(astro, join(work, 'node_modules'), 'junction');
  const out = join(work, 'out');
  mkdirSync(out);
  Object.assign(process.env, pageEnvironment(options), {
    APIDELTA_OUT: out,
    APIDELTA_CACHE: join(work, 'cache'),
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  process.chdir(work);
  return {
    out,
    config: {
      root: work,
      srcDir: join(home, 'src'),
      configFile: relative(work, join(home, 'astro.config.mjs')),
      // Errors are also thrown, and reported once.
      logLevel: 'silent' as const,
    },
  };
}
