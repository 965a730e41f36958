/** The tests that need nothing but npm: `npm test`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    name: 'apidelta',
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    pool: 'forks',
    // Vitest itself leaves a core to whoever edits meanwhile; of two that would be half.
    maxWorkers: '100%',
    globalSetup: 'test/run-folder.ts',
    // On a busy machine a test takes several times as long, and nobody is helped by one that fails for it.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
    // Goldens change only on purpose: `npm test -- --update`.
    update: 'none',
  },
});
