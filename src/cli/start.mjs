/** Starts the command in a checkout. Main's own code is TypeScript too: where what Node made of it is kept, it need not load what reads that. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// A checkout has a place for what tools keep; Node without leave to write there does without. The variable is for threads.
if (process.env.NODE_COMPILE_CACHE === undefined) {
  process.env.NODE_COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/apidelta', import.meta.url));
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
await import('./main.ts');
