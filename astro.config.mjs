/** How Astro turns src/pages into the static site; where it goes and under which address comes from the environment. */
import { defineConfig } from 'astro/config';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const { APIDELTA_OUT, APIDELTA_SITE, APIDELTA_BASE, APIDELTA_CACHE } = process.env;

const cache = APIDELTA_CACHE || '.astro/cache';

export default defineConfig({
  output: 'static',
  srcDir: 'src',
  outDir: APIDELTA_OUT || 'dist',
  ...(APIDELTA_SITE ? { site: APIDELTA_SITE } : {}),
  base: APIDELTA_BASE || '/',
  cacheDir: cache,
  trailingSlash: 'always',
  // Pages may not hold styles: small ones would be put into them.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Astro 7 would treat white space as JSX does, and join words that stand on two lines.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  vite: {
    cacheDir: `${cache}/vite`,
    // Astro runs the built pages from beside outDir, where an installed package's dependencies cannot be found.
    environments: { prerender: { resolve: { noExternal: true } } },
  },
});
