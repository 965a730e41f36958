/** Descriptions that were read are remembered, and only so many of them. */
import { expect, test } from 'vitest';
import type { Prose } from '../../../src/model/index.ts';
import { ProseMemory } from '../../../src/store/reader/prose-memory.ts';

const unread = (text: string): Prose => [{ type: 'html', value: `<p>${text}</p>` }];

test('a description is read once as long as it is asked for, and forgotten when thousands came after it', () => {
  const memory = new ProseMemory();
  const asked = unread('often');
  const left = unread('once');
  const first = memory.read(asked);
  expect(first).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: 'often' }] }]);
  const once = memory.read(left);
  expect(memory.read(left)).toBe(once);
  for (let index = 0; index < 10_000; index++) {
    memory.read(unread(String(index)));
    if (index % 1_000 === 0) memory.read(asked);
  }
  expect(memory.read(asked)).toBe(first);
  expect(memory.read(left)).not.toBe(once);
  expect(memory.read(left)).toEqual(once);
});
