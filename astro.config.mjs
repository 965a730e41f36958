/** How Astro turns src/pages into the static site; where it goes and under which address comes from the environment. */
import { defineConfig } from 'astro/config';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const { APIDELTA_OUT, APIDELTA_SITE, APIDELTA_BASE, APIDELTA_CACHE } = process.env;

/**
 * Scripts of pages bring some rules along, and nobody reads what these say of themselves there: descriptions and examples of rules are
 * a third of their text.
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
  // Pages may not hold styles: small ones would be put into them.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Astro 7 would treat white space as JSX does, and join words that stand on two lines.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  vite: {
    cacheDir: `${cache}/vite`,
    worker: {
      plugins: () => [shortRules],
      // Tables of the model and the differ are data: those that a script does not ask stay out of it.
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/\/src\/(?:model|diff|view)\//.test(id) } },
    },
    // Astro runs the built pages from beside outDir, where an installed package's dependencies cannot be found.
    environments: { prerender: { resolve: { noExternal: true } } },
  },
});
