/** Runs a command of apidelta and prints its cost as the last line: CPU seconds of all threads, and the most memory. */
import { run } from '../../src/cli/run.ts';

const status = await run(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr, env: process.env });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  `\n${JSON.stringify({ status, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 })}\n`,
);
