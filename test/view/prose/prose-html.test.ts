/** Tests that descriptions become HTML that can do no harm. */
import { expect, test } from 'vitest';
import type { Prose } from '../../../src/model/index.ts';
import { isWebAddress, proseHtml } from '../../../src/view/prose/prose-html.ts';
import { hostile, paragraph } from '../../fixture-services.ts';

function link(url: string): Prose {
  return [{ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value: 'there' }] }] }];
}

test('text stays text', () => {
  const html = proseHtml(paragraph(hostile, hostile, hostile));
  expect(html).not.toMatch(/<(?!\/?(?:p|code)>)/);
  expect(html).toContain('&#x3C;script>');
});

test.each(['http://a.example', 'https://a.example/b?c=d#e', 'mailto:team@example.org'])('%s is a link', (url) => {
  expect(proseHtml(link(url))).toContain(`<a href="${url}"`);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//a.example/b',
  '../CreateListener.html',
  '#top',
  'https://',
  '',
])('%j is text', (url) => {
  expect(proseHtml(link(url))).toBe('<p>there</p>');
  expect(isWebAddress(url)).toBe(false);
});

test('HTML that nobody has read is shown, not run', () => {
  expect(proseHtml([{ type: 'html', value: '<img src=x onerror=alert(1)>' }])).toBe(
    '&#x3C;img src=x onerror=alert(1)>',
  );
});

test.each([
  ['note', 'Note'],
  ['warning', 'Warning'],
  ['danger', 'Danger'],
  ['important', 'Important'],
  ['tip', 'Tip'],
  ['deprecated', 'Deprecated'],
  ['caution', 'Caution'],
  ['seealso', 'See also'],
] as const)('%s is an aside with its kind in words: %s', (kind, label) => {
  const html = proseHtml([{ type: 'note', kind, children: paragraph('Careful.') }]);
  expect(html).toBe(
    `<aside class="note note-${kind}"><p class="note-label">${label}</p>${proseHtml(paragraph('Careful.'))}</aside>`,
  );
});

const text = (value: string) => ({ type: 'text', value }) as const;

test.each([
  [{ type: 'paragraph', children: [text('a'), { type: 'break' }, text('b')] }, '<p>a<br>\nb</p>'],
  [{ type: 'paragraph', children: [{ type: 'emphasis', children: [text('a')] }] }, '<p><em>a</em></p>'],
  [{ type: 'paragraph', children: [{ type: 'strong', children: [text('a')] }] }, '<p><strong>a</strong></p>'],
  [{ type: 'paragraph', children: [{ type: 'inlineCode', value: 'a' }] }, '<p><code>a</code></p>'],
  [{ type: 'blockquote', children: paragraph('a') }, '<blockquote>\n<p>a</p>\n</blockquote>'],
  [{ type: 'code', value: 'a' }, '<pre tabindex="0"><code>a</code></pre>'],
  [{ type: 'list', ordered: false, children: [{ type: 'listItem', children: paragraph('a') }] }, '<ul><li>a</li></ul>'],
] satisfies readonly (readonly [Prose[number], string])[])('%j', (block, html) => {
  expect(proseHtml([block]).trim()).toBe(html);
});

test.each([
  [1, 'h2'],
  [2, 'h3'],
  [3, 'h4'],
  [4, 'h5'],
  [5, 'h6'],
  [6, 'h6'],
] as const)('under the title of a page a heading of depth %i is an %s', (depth, name) => {
  const html = proseHtml([{ type: 'heading', depth, children: [text('a')] }], { headings: 2 });
  expect(html).toBe(`<${name}>a</${name}>`);
});

test('headings are headings only where the page asks for them, from the level it asks for', () => {
  const prose: Prose = [{ type: 'heading', depth: 2, children: [{ type: 'text', value: 'Limits' }] }];
  expect(proseHtml(prose)).toBe('<p class="prose-heading"><strong>Limits</strong></p>');
  expect(proseHtml(prose, { headings: 3 })).toBe('<h4>Limits</h4>');
});

test('a table has heads and scrolls on its own', () => {
  const cell = (value: string) => ({ type: 'tableCell', children: [{ type: 'text', value }] }) as const;
  const html = proseHtml([
    {
      type: 'table',
      children: [
        { type: 'tableRow', children: [cell('Name')] },
        { type: 'tableRow', children: [cell('<b>')] },
      ],
    },
  ]);
  expect(html).toContain('<th scope="col">Name</th>');
  expect(html).toContain('<td>&#x3C;b></td>');
  expect(html).toMatch(/^<div class="table-scroll">/);
});

test('what the sanitizer does not know is not printed, whatever the tree holds', () => {
  const picture = [{ type: 'paragraph', children: [{ type: 'image', url: 'https://a.example/b.png', alt: 'c' }] }];
  expect(proseHtml(picture as unknown as Prose)).toBe('<p></p>');
});

test('lists keep their order, and an item of one paragraph needs none', () => {
  const item = (...texts: string[]) =>
    ({ type: 'listItem', children: texts.flatMap((text) => paragraph(text)) }) as const;
  expect(proseHtml([{ type: 'list', ordered: true, children: [item('One.'), item('Two.', 'More.')] }])).toBe(
    '<ol><li>One.</li><li><p>Two.</p><p>More.</p></li></ol>',
  );
});

test('nothing is nothing', () => {
  expect(proseHtml(undefined)).toBe('');
  expect(proseHtml([])).toBe('');
});
