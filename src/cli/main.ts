#!/usr/bin/env node
/** The command `apidelta`: passes arguments and streams to `run`, and ends with its exit code. */
import { keepCompiledCode } from './compile-cache.ts';
import { guardProcess } from './guard-process.ts';
import { returnMemory } from './return-memory.ts';

returnMemory(process);
guardProcess(process);
keepCompiledCode(process.env);
const { run } = await import('./run.ts');

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});
