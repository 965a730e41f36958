/** The help of every command, whole, as a golden. */
import { expect, test } from 'vitest';
import { apidelta } from './run-cli.ts';

const commands = 'build ingest parse diff check log find between rules doctor serve'.split(' ');

test('help', async () => {
  const pages: string[] = [(await apidelta(['--help'])).out];
  for (const command of commands) pages.push((await apidelta([command, '--help'])).out);
  await expect(pages.join('\n')).toMatchFileSnapshot('__snapshots__/help.txt');
});
