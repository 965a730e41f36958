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

test('a note is an aside with its kind in words', () => {
  const html = proseHtml([{ type: 'note', kind: 'warning', children: paragraph('Careful.') }]);
  expect(html).toContain('<aside class="note note-warning"><p class="note-label">Warning</p>');
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
