/** The folder that Astro works in, and what its pages are told: Astro wants a root that it may write to, and the package may be where nobody can. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storeVariable } from '../../store/read.ts';

/** What the pages are made from, and under which address. */
export interface PageOptions {
  readonly store: string;
  readonly base: string;
  readonly site?: string;
  /** False leaves out the twins of pages in Markdown. */
  readonly twins?: boolean;
  /** Whether Vite's own server makes the pages, which sends modules, and styles inside of pages. */
  readonly watched?: boolean;
  /** Where readers say that something is wrong; no page has a link to it where it is absent. */
  readonly report?: string;
}

/** The package: `src/cli/site` and `lib/cli/site` are equally deep in it. */
const home = fileURLToPath(new URL('../../..', import.meta.url));

/** What the environment tells the pages. */
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

/** Makes a folder Astro's root, goes there, and gives what Astro is started with. The pages go to `out` in it. */
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
      // What goes wrong is thrown as well, and said once.
      logLevel: 'silent' as const,
    },
  };
}
