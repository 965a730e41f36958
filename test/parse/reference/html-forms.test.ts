/** Every element that descriptions in HTML use, and what is read of it. */
import { expect, test } from 'vitest';
import { parseHtmlProse } from '../../../src/parse/prose/html.ts';
import { readProse } from '../../../src/parse/prose/read.ts';
import { proseText } from '../../prose-text-by-hand.ts';

const read = (html: string) => proseText(parseHtmlProse(html));

test.each([
  ['plain  words\n here ', 'plain words here'],
  [' \n ', ''],
  ['a &amp; b', 'a & b'],
  ['<p>One.</p>\n<p>Two.</p>', 'One. / Two.'],
  ['words <p>One.</p> more <b>words</b>', 'words / One. / more **words**'],
  ['<p> <b>a</b> <i>b</i> </p>', '**a** *b*'],
  ['<p></p><p> </p><p><br></p>', ''],
  ['<p><br>a<br>b<br></p>', 'a / b'],
  ['<strong>a</strong><em>b</em><var>c</var>', '**a***b**c*'],
  ['<code> a  b </code><tt>c</tt><samp>d</samp><kbd>e</kbd>', '`a b``c``d``e`'],
  ['<span class="pre literal">a</span> <span>b</span> <span class="other">c</span>', '`a` b c'],
  ['<code> </code>x', 'x'],
  ['<a href="https://example.org">a</a> <a>b</a> <a href="">c</a>', '[a](https://example.org) b c'],
  ['<a href="https://example.org"></a>x', 'x'],
  ['<u>a <b>b</b></u>', 'a **b**'],
  ['<ul><li>a</li><li><p>b</p><p>c</p></li><li></li></ul>', '- (a) - (b / c)'],
  ['<ol><li>a</li></ol>', '1. (a)'],
  ['<ul>a<li>b</li></ul>', '- (a) - (b)'],
  ['<ul><li>a</li><ul><li>b</li></ul></ul>', '- (a / - (b))'],
  ['<ul></ul>x', 'x'],
  ['<pre>\n\n a\n  b \n</pre>', '```  a\n  b```'],
  ['<pre> </pre>x', 'x'],
  ['<note>a</note><important><p>b</p></important>', 'NOTE(a) / IMPORTANT(b)'],
  ['<caution>a</caution><warning>b</warning><aside>c</aside>', 'CAUTION(a) / WARNING(b) / NOTE(c)'],
  ['<note></note>x', 'x'],
  ['<blockquote>a<p>b</p></blockquote>', '> (a / b)'],
  ['<blockquote> </blockquote>x', 'x'],
  ['<h1>a</h1><h2> b </h2><h6>c</h6><h3></h3>', '# a / ## b / ###### c'],
  ['<fullname>a</fullname>', '#### a'],
  ['<svg></svg><title>a</title>', '#### a'],
  ['<div>a<section>b</section></div><article>c</article>', 'a / b / c'],
  ['<dl><dt>a</dt><dd>b</dd><dt></dt><dd> </dd>c<p>d</p></dl>', '**a** / > (b) / c / d'],
  ['<table><tr><th>a</th><td> b </td></tr><tr></tr></table>', '|a|b|'],
  ['<table><caption>c</caption><tbody><tr><td>a<b>b</b></td></tr></tbody></table>', 'c / |a**b**|'],
  ['<table><caption>c</caption></table>', 'c'],
  ['a<script>b</script><style>c</style><template>d</template><iframe>e</iframe><object>f</object>', 'a'],
  ['<noscript>a</noscript>b', 'b'],
  ['a<!-- b -->c', 'ac'],
])('%j', (html, text) => {
  expect(read(html)).toBe(text);
});

test('what is nested deeper than a hundred levels is text', () => {
  const nested = (levels: number) => read(`${'<b>'.repeat(levels)}a${'</b>'.repeat(levels)}`);
  expect(nested(3)).toBe('******a******');
  expect(nested(99).length).toBe(1 + 4 * 99);
  expect(nested(100).length).toBe(1 + 4 * 100);
  expect(nested(101).length).toBe(1 + 4 * 100);
  expect(nested(150).length).toBe(nested(200).length);
  const quoted = (levels: number) => read(`${'<blockquote>'.repeat(levels)}a${'</blockquote>'.repeat(levels)}`);
  expect(quoted(99).match(/>/g)).toHaveLength(99);
  expect(quoted(150).match(/>/g)).toHaveLength(100);
});

test('a description is read where it is not, and stays the same where it is', () => {
  const prose = [{ type: 'paragraph', children: [] }] as const;
  expect(readProse(prose)).toBe(prose);
  expect(proseText(readProse([{ type: 'html', value: '<p>a</p><p>b</p>' }]))).toBe('a / b');
});
