/** Text written as it is, held to `remark-stringify`. */
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { writeText } from '../../../src/view/prose/plain-text.ts';
import { roundsOf } from '../../rounds.ts';

const slow = unified().use(remarkStringify).freeze();
const fast = unified()
  .use(remarkStringify, { handlers: { text: writeText } })
  .freeze();

/** Pieces that mean something to Markdown in some places, and such that never do. */
const pieces = [
  ...['The name', ' of the ', 'bucket.', ' ', '  ', 'a', '1', '12', '.', ')', '(', '-', ' - ', '+ ', '* ', '_', '__'],
  ...['`', '!', '[', ']', '<', '>', '&', '&amp;', '#', '# ', '~', '~~~', '|', '\\', '/', ':', 'http://a.b/c', "'", '"'],
  ...['\n', '=', '===', '---', '1. ', '2) ', 'é', '語', '$5', '%', '?', ';', '@', '^', '{', '\t'],
];

test('text is written as the library writes it, whatever stands around it', () => {
  let state = 20_261_126;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const textOf = (most: number) =>
    Array.from({ length: 1 + random(most) }, () => pieces[random(pieces.length)]).join('');
  const phrase = (): PhrasingContent => {
    const kind = random(8);
    if (kind === 0) return { type: 'inlineCode', value: textOf(3) };
    if (kind === 1) return { type: 'strong', children: [{ type: 'text', value: textOf(3) }] };
    if (kind === 2) return { type: 'emphasis', children: [{ type: 'text', value: textOf(3) }] };
    if (kind === 3) return { type: 'link', url: 'https://a.b/', children: [{ type: 'text', value: textOf(3) }] };
    if (kind === 4) return { type: 'break' };
    return { type: 'text', value: textOf(random(3) === 0 ? 12 : 3) };
  };
  const paragraph = (): Paragraph => ({
    type: 'paragraph',
    children: Array.from({ length: 1 + random(4) }, phrase),
  });
  for (let round = 0; round < roundsOf(20_000, 600); round++) {
    const inner = paragraph();
    const tree: Root = {
      type: 'root',
      children: [
        random(2) === 0
          ? inner
          : { type: 'list', ordered: random(2) === 0, children: [{ type: 'listItem', children: [inner] }] },
        { type: 'heading', depth: 2, children: paragraph().children },
        { type: 'blockquote', children: [paragraph()] },
      ],
    };
    expect(fast.stringify(structuredClone(tree))).toBe(slow.stringify(tree));
  }
});
