/** What every rule says that it is about: the words of its page. */
import { expect, test } from 'vitest';
import { rules } from '../../../src/diff/index.ts';

test('every rule describes itself in the words that were read', async () => {
  const lines = new Set(rules.map(({ id, description }) => `${id}: ${description}`));
  await expect(`${[...lines].sort().join('\n')}\n`).toMatchFileSnapshot('descriptions.txt');
});

test('every rule advises in the words that were read, of each direction in its own', async () => {
  const lines = rules.flatMap(({ id, advice, adviceIn }) => [
    ...(advice === undefined ? [] : [`${id}: ${advice}`]),
    ...Object.entries(adviceIn ?? {}).map(([direction, words]) => `${id}, ${direction}: ${words}`),
  ]);
  await expect(`${[...new Set(lines)].sort().join('\n')}\n`).toMatchFileSnapshot('advice.txt');
});
