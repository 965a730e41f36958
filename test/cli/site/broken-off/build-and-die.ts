/** Builds a site and ends without a word before one step of its replacement: run by a test in a process of its own. */
import { build } from '../../../../src/cli/commands/build.ts';

const [out = '', last = ''] = process.argv.slice(2);
const io = { stdout: process.stdout, stderr: process.stderr, env: process.env };
await build({ from: ['content/reference/1.40.73'], out }, io, (step) => {
  if (step.startsWith(last)) process.kill(process.pid, 'SIGKILL');
});
