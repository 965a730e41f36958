/**
 * Tells Astro how to turn src/pages into the static site. The output folder and the address come from the environment.
 */
import { defineConfig } from 'astro/config';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const { APIDELTA_OUT, APIDELTA_SITE, APIDELTA_BASE, APIDELTA_CACHE } = process.env;

/**
 * Removes the descriptions and examples from rules in scripts of pages. No script uses them, and they are a third of
 * the rules' text.
 */
const shortRules = {
  name: 'apidelta-short-rules',
  enforce: 'post',
  transform(code, id) {
    if (!/\/diff\/rules\/[^?]*$/.test(id)) return null;
    const cuts = [];
    const visit = (node) => {
      if (node === null || typeof node !== 'object') return;
      if (Array.isArray(node)) return node.forEach(visit);
      const name = node.type === 'Property' && !node.shorthand && !node.method ? node.key.name : undefined;
      const isUnread = ['description', 'example', 'says'].includes(name) && unread.has(node.value.type);
      if (isUnread) cuts.push([node.value.start, node.value.end]);
      else Object.values(node).forEach(visit);
    };
    visit(this.parse(code).body);
    const short = cuts.reduceRight((text, [from, to]) => `${text.slice(0, from)}''${text.slice(to)}`, code);
    return { code: short, map: null };
  },
};

const unread = new Set(['Literal', 'TemplateLiteral', 'ObjectExpression', 'ConditionalExpression']);

const cache = APIDELTA_CACHE || '.astro/cache';

export default defineConfig({
  output: 'static',
  srcDir: 'src',
  outDir: APIDELTA_OUT || 'dist',
  ...(APIDELTA_SITE ? { site: APIDELTA_SITE } : {}),
  base: APIDELTA_BASE || '/',
  cacheDir: cache,
  trailingSlash: 'always',
  // Styles stay in files of their own: otherwise Astro would put small ones into every page.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Astro 7 would otherwise treat white space as JSX does, and join words across a line break.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  vite: {
    cacheDir: `${cache}/vite`,
    worker: {
      plugins: () => [shortRules],
      // Importing the model, the differ or the view has no side effects, so scripts can leave out unused modules.
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/\/src\/(?:model|diff|view)\//.test(id) } },
    },
    // Astro runs the built pages from a folder beside outDir. The dependencies of an installed package cannot be found
    // from there.
    environments: { prerender: { resolve: { noExternal: true } } },
  },
});
