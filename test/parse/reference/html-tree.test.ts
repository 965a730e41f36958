/** The tree that our adapter makes of HTML is rehype-parse's: elements, what is read of attributes, text, where each begins. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseHtmlPageTree, parseHtmlTree } from '../../../src/parse/prose/html-tree.ts';
import { pageEntries } from '../../generate/print-changelog.ts';
import { htmlPage } from '../../generate/print-html.ts';
import { forSeeds } from '../../generate/random.ts';
import { randomService } from '../../generate/service.ts';
import { describeShared, shared } from '../../shared.ts';

const whole = unified().use(rehypeParse).freeze();
const part = unified().use(rehypeParse, { fragment: true }).freeze();

/** One line a node: how deep it stands, what it is, and where it begins. */
function linesOf(tree: Nodes): string[] {
  const lines: string[] = [];
  const visit = (node: Nodes, depth: number) => {
    const { line, column, offset } = node.position?.start ?? {};
    lines.push(
      `${' '.repeat(depth)}${shown(node)}${node.type === 'root' || line === undefined ? '' : ` ${line}:${column} ${offset}`}`,
    );
    if ('children' in node) for (const child of node.children) visit(child, depth + 1);
    if (node.type === 'element' && node.content !== undefined) visit(node.content, depth + 1);
  };
  visit(tree, 0);
  return lines;
}

function shown(node: Nodes): string {
  if (node.type === 'element') {
    const { href, className } = (node as Element).properties;
    return `<${node.tagName} ${JSON.stringify({ href, className })}>`;
  }
  return 'value' in node ? `${node.type} ${JSON.stringify(node.value)}` : node.type;
}

function holdPage(html: string): void {
  expect(linesOf(parseHtmlPageTree(html) as Nodes)).toEqual(linesOf(whole.parse(html)));
}

function holdPart(html: string): void {
  expect(linesOf(parseHtmlTree(html) as Nodes)).toEqual(linesOf(part.parse(html)));
}

/** Whatever makes HTML's own rules move, split, or invent elements. */
const pieces = [
  '',
  'a & b &amp; c &lt;d&gt; &nbsp; &notanentity; &#x80; &#0;',
  '<p>one<p>two<li>three<dd>four',
  '<b>one<p>two</b>three</p>',
  '<a href="/x" class="one  two\tthree">a<a href="">b</a>',
  '<a HREF=x href=y CLASS=z id=1>a</a>',
  '<p><b class=1><i>a</p><p>b</i></b>',
  '<table>words<tr><td>a<td>b<caption>c</table>',
  '<table><tr><table><tr>x</table>',
  '<ul><li>a<ul><li>b</ul>c</ul></li>d',
  '<pre>\n\na</pre><pre>\r\nb\r\n</pre>',
  '<textarea>\n<b>x</textarea><title>a<b></title>',
  '<script>if (a < b) "</p>"</script><style>a > b</style><noscript><p>x</p></noscript>',
  '<template><p>in <b>it</template>behind',
  '<svg class="x"><a xlink:href="y" href="z">a</a><title>t</title></svg><math><mi>x</mi></math>',
  '<select><option>a<option>b<p>c</select>',
  '<form><form><input type=hidden></form></form>',
  '<!-- words --><!doctype html><p>a<!-->b',
  '<details><summary>s</summary>t</details></details></p></br>',
  '\u0000a\u0001<p\u0000>b</p>',
  '😀<b>😀</b>\n  <i>x</i>',
  '</nowhere><p a="<b>">x</p',
  '<p>ends in the middle of <b',
  '<html class="a"><body class="b"><html href="c"><body href="d">x',
  '<frameset><frame></frameset>',
];

test.each(pieces)('a piece: %j', (html) => {
  holdPage(html);
  holdPage(`<!DOCTYPE html><html><body><div>${html}</div>\n<p>behind</p></body></html>`);
  holdPart(html);
  holdPart(`<p>before</p><ul><li>${html}</li></ul>behind`);
});

test('generated pages', () => {
  forSeeds(20, (random) => {
    const service = randomService(random, { markup: false });
    holdPage(htmlPage(service, pageEntries({ ...service, operations: [] }, service)));
  });
});

test('pieces put together at random', () => {
  forSeeds(150, (random) => {
    const html = Array.from({ length: 6 }, () => random.pick(pieces).slice(0, random.whole(1, 40))).join('');
    holdPage(html);
    holdPart(html);
  });
});

describeShared('pages of awsapichanges.com', () => {
  test('whole', () => {
    for (const name of readdirSync(shared('data/changelog-html')))
      holdPage(readFileSync(shared(`data/changelog-html/${name}`), 'utf8'));
  });
});

test('more elements than letters, which unclosed ones make of many paragraphs, are not made', () => {
  const open = Array.from({ length: 900 }, (_, index) => `<b class=${index}>`).join('');
  expect(parseHtmlTree(`<p>${open}</p>${'<p>a</p>'.repeat(10_000)}`)).toBeNull();
  expect(parseHtmlTree(`<p>${open}</p>`)).not.toBeNull();
});

test.each([
  '<b><p>x</b></p>',
  '<a><div><a>y</a></div>',
  '<table><b>x<tr><td></table></b>',
  '<template><p>x</template>',
])('what is moved about is not counted as nesting: %s', (piece) => {
  expect(parseHtmlPageTree(piece.repeat(3_000))).not.toBeNull();
  expect(parseHtmlTree(piece.repeat(3_000))).not.toBeNull();
});

test('what is closed does not nest', () => {
  expect(parseHtmlTree('<div>a</div>'.repeat(5_000))).not.toBeNull();
  expect(parseHtmlTree(`${'<div>'.repeat(999)}a`)).not.toBeNull();
  expect(parseHtmlTree('<div>'.repeat(1_001))).toBeNull();
});
