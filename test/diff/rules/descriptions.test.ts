/** What every rule says that it is about: the words of its page. */
import { expect, test } from 'vitest';
import { rules } from '../../../src/diff/index.ts';

test('every rule describes itself in the words that were read', async () => {
  const lines = new Set(rules.map(({ id, description }) => `${id}: ${description}`));
  await expect(`${[...lines].sort().join('\n')}\n`).toMatchFileSnapshot('descriptions.txt');
});
