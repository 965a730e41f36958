/** Tests descriptions as plain text and as Markdown. */
import { expect, test } from 'vitest';
import type { Prose } from '../../../src/model/index.ts';
import { proseMarkdown } from '../../../src/view/prose/prose-markdown.ts';
import { proseSummary, proseText } from '../../../src/view/prose/prose-text.ts';
import { paragraph } from '../../fixture-services.ts';

const prose: Prose = [
  {
    type: 'paragraph',
    children: [
      { type: 'text', value: 'Creates a ' },
      { type: 'inlineCode', value: 'Listener' },
      { type: 'text', value: '. See ' },
      { type: 'link', url: 'https://example.com/a_(b)', children: [{ type: 'text', value: 'this' }] },
      { type: 'text', value: ' and ' },
      { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', value: 'that' }] },
    ],
  },
  { type: 'list', ordered: false, children: [{ type: 'listItem', children: paragraph('One.') }] },
  { type: 'note', kind: 'important', children: paragraph('Mind *this*.') },
];

test('Markdown keeps the structure, drops links that are no web addresses, and escapes', () => {
  expect(proseMarkdown(prose)).toBe(
    [
      'Creates a `Listener`. See [this](https://example.com/a_\\(b\\)) and that',
      '',
      '- One.',
      '',
      '> **Important**',
      '>',
      '> Mind \\*this\\*.',
    ].join('\n'),
  );
});

test('the words of a link are as they are, at its ends too', () => {
  const link = (words: string): Prose => [
    {
      type: 'paragraph',
      children: [{ type: 'link', url: 'https://example.com/', children: [{ type: 'text', value: words }] }],
    },
  ];
  expect(proseMarkdown(link(' this '))).toBe('[ this ](https://example.com/)');
  expect(proseMarkdown(link('a]b'))).toBe('[a\\]b](https://example.com/)');
  // A backslash at the end would take the bracket's meaning away.
  expect(proseMarkdown(link('C:\\'))).toBe('[C:\\\\](https://example.com/)');
});

test('HTML is no HTML in Markdown', () => {
  expect(proseMarkdown([{ type: 'html', value: '<b>x</b>' }])).toBe('\\<b>x\\</b>'.replace('\\</b>', '</b>'));
});

test('text is one line a block', () => {
  expect(proseText(prose)).toBe('Creates a Listener. See this and that\nOne.\nMind *this*.');
});

test('a summary is the first sentence, or as much of it as fits', () => {
  expect(proseSummary(prose)).toBe('Creates a Listener.');
  expect(proseSummary(paragraph('word '.repeat(60)), 40)).toBe('word word word word word word word word…');
  expect(proseSummary(paragraph('🦔'.repeat(50)), 10)).toBe(`${'🦔'.repeat(10)}…`);
  expect(proseSummary(null)).toBe('');
});
