/**
 * Starts the command in a checkout. Main's own code is TypeScript too: with a compile cache, Node need not load its
 * TypeScript parser.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// A checkout has a folder for caches of tools; if Node may not write there, it works without a cache. The variable is
// for threads.
if (process.env.NODE_COMPILE_CACHE === undefined) {
  process.env.NODE_COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/apidelta', import.meta.url));
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
await import('./main.ts');
