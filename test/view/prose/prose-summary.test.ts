/** Tests the beginning of a description: where it is cut, and that nothing is broken by it. */
import { expect, test } from 'vitest';
import type { Prose } from '../../../src/model/index.ts';
import { proseSummary, proseText, withoutTitle } from '../../../src/view/prose/prose-text.ts';
import { paragraph } from '../../fixture-services.ts';

const summary = (text: string, limit?: number) => proseSummary(paragraph(text), limit);

test.each([
  ['One. Two.', 'One.'],
  ['One! Two.', 'One!'],
  ['One? Two.', 'One?'],
  ['One, e.g. two. Three.', 'One, e.g. two.'],
  ['Version 1.2 is out. More.', 'Version 1.2 is out.'],
  ['No end', 'No end'],
  ['  One\n two.  ', 'One two.'],
  ['A durable function , including its parts . More.', 'A durable function, including its parts.'],
  ['For .NET , and :other signs.', 'For .NET, and :other signs.'],
])('%j begins with %j', (text, beginning) => {
  expect(summary(text)).toBe(beginning);
});

test('a sentence is cut at a word where it is too long, and not before', () => {
  expect(summary('x'.repeat(160))).toBe('x'.repeat(160));
  expect(summary('x'.repeat(161))).toBe(`${'x'.repeat(160)}…`);
  expect(summary('aaaa bbbb', 9)).toBe('aaaa bbbb');
  expect(summary('aaaaa bbb', 8)).toBe('aaaaa…');
  expect(summary('aaaa, bbbb', 8)).toBe('aaaa…');
  // A blank that stands in the first half would leave too little.
  expect(summary('aaaa bbbbbbbb', 10)).toBe('aaaa bbbbb…');
  expect(summary('aaaaa bbbbbbb', 10)).toBe('aaaaa bbbb…');
  expect(summary('aaaaaa bbbbbb', 10)).toBe('aaaaaa…');
});

test('the titles that a description begins with are left out, and nothing else', () => {
  const heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Amazon Widgets' }] } as const;
  const texts = (...blocks: readonly Prose[]) => withoutTitle(blocks.flat()).map((block) => proseText([block]));
  expect(texts([heading], paragraph('Widgets are made.'), [heading])).toEqual(['Widgets are made.', 'Amazon Widgets']);
  expect(texts([heading], paragraph('Overview'), paragraph('Makes widgets. Sells them.'))).toEqual([
    'Makes widgets. Sells them.',
  ]);
  expect(texts(paragraph('Makes widgets.'), paragraph('More'))).toEqual(['Makes widgets.', 'More']);
  expect(texts(paragraph('Makes widgets for people who have no time to make all of them'))).toHaveLength(1);
  // Better a title than nothing at all.
  expect(texts([heading])).toEqual(['Amazon Widgets']);
  expect(withoutTitle(null)).toEqual([]);
});

test('blocks stand on lines of their own, cells beside each other', () => {
  const text = (value: string) => ({ type: 'text', value }) as const;
  const cell = (value: string) => ({ type: 'tableCell', children: [text(value)] }) as const;
  expect(
    proseText([
      ...paragraph('One'),
      {
        type: 'list',
        ordered: false,
        children: ['a', 'b'].map((item) => ({ type: 'listItem', children: paragraph(item) })),
      },
      { type: 'note', kind: 'note', children: [...paragraph('c'), ...paragraph('d')] },
      { type: 'blockquote', children: [...paragraph('e'), ...paragraph('f')] },
      {
        type: 'table',
        children: [
          { type: 'tableRow', children: [cell('g'), cell('h')] },
          { type: 'tableRow', children: [cell('i')] },
        ],
      },
      { type: 'paragraph', children: [text('j'), { type: 'break' }, { type: 'strong', children: [text('k')] }] },
      { type: 'paragraph', children: [] },
    ]),
  ).toBe('One\na\nb\nc\nd\ne\nf\ng\th\ni\nj\nk');
});
