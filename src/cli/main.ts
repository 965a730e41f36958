#!/usr/bin/env node
/** The command `apidelta`: hands arguments and streams over and ends with the exit code. */
import { enableCompileCache } from 'node:module';

// Reading our own code takes a third of a short command's time; Node keeps what it made of it in its own folder.
enableCompileCache();
const { run } = await import('./run.ts');

// A reader that has seen enough, as `head` has, closes the pipe: nothing is wrong then, and nobody reads the rest.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});
