/** Replaces a site and ends at one step, as if the machine had lost power: run by a test in a process of its own. */
import { fillFolder } from '../../../../src/cli/site/fill-folder.ts';
import { replaceFolder } from '../../../../src/cli/site/replace-folder.ts';
import { listOf } from '../tiny-site.ts';

const [way, built = '', to = '', last] = process.argv.slice(2);
let step = 0;
const onStep = (): void => {
  if (String(step++) === last) process.kill(process.pid, 'SIGKILL');
};

if (way === 'fill') for (const _ of fillFolder(built, to)) onStep();
else replaceFolder(built, listOf(built), { named: to, folder: to }, onStep);
process.stdout.write(String(step));
