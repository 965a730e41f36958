/** The help of every command, whole, as a golden. */
import { expect, test } from 'vitest';
import { apidelta } from './run-cli.ts';

test('help', async () => {
  const top = (await apidelta(['--help'])).out;
  const commands = [...(top.split('Commands:')[1] ?? '').matchAll(/^ {2}(\w+) /gm)].map(([, name = '']) => name);
  expect(commands.length).toBeGreaterThan(10);
  const pages = [top];
  for (const command of commands.filter((name) => name !== 'help'))
    pages.push((await apidelta([command, '--help'])).out);
  await expect(pages.join('\n')).toMatchFileSnapshot('__snapshots__/help.txt');
});
