/** Runs test files of a folder one after the other in the given order, and prints a line after each one. */
import path from 'node:path';
import type { Reporter, TestModule, TestSpecification } from 'vitest/node';
import { startVitest } from 'vitest/node';

const [root = '.', bail = '1', ...files] = process.argv.slice(2);

/** Files that were fast before come first, so that most mutants are detected within seconds. */
class AsGiven {
  shard(specifications: TestSpecification[]): TestSpecification[] {
    return specifications;
  }

  sort(specifications: TestSpecification[]): TestSpecification[] {
    const place = ({ moduleId }: TestSpecification) =>
      files.indexOf(path.relative(root, moduleId).replaceAll('\\', '/'));
    return specifications.toSorted((a, b) => place(a) - place(b));
  }
}

const lines: Reporter = {
  onTestModuleEnd(module: TestModule) {
    const { duration, collectDuration, prepareDuration } = module.diagnostic();
    const seconds = (duration + collectDuration + prepareDuration) / 1000;
    const file = path.relative(root, module.moduleId).replaceAll('\\', '/');
    process.stdout.write(`${JSON.stringify({ file, seconds, passed: module.ok() })}\n`);
  },
};

const vitest = await startVitest('test', [...files], {
  ...{ root, config: path.join(root, 'test', 'vitest.config.ts'), watch: false, bail: Number(bail) },
  ...{ reporters: [lines], sequence: { sequencer: AsGiven }, passWithNoTests: false, update: false },
  // Tests that are slow because the machine is busy detect nothing. The caller ends those that hang.
  ...{ testTimeout: 600_000, hookTimeout: 600_000 },
});
await vitest.close();
