/** The words of plain HTML without its tree: always those of the tree, or none at all. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proseReader } from '../../../src/diff/index.ts';
import { readProse, wordsOfHtml } from '../../../src/parse/index.ts';
import { describeShared, shared } from '../../shared.ts';

const unread = (html: string) => [{ type: 'html', value: html }] as const;
const byTree = (html: string) => proseReader(readProse).words(unread(html));

test.each([
  '<p>One  <b>two</b>,\n<code> three </code>four.</p><p>Five</p>',
  'Plain words, no tags',
  '<ul><li>A</li><li><p>B <a href="https://example.org/?a=1&amp;b=2">C</a></p></li></ul>',
  'Fish &amp; chips &lt;b&gt; &quot;x&quot; &#39;y&#39;',
  '<note><p>Mind it.</p></note>After<br>all',
  '<p>Not closed <i>at all',
  '<p>A<span>B</span><em>C</em> <strong>D</strong></p>',
  '<p/>',
  '<p/> <p>One<br/>two</p>',
])('%s', (html) => {
  expect(wordsOfHtml(unread(html))).toBe(byTree(html));
});

test.each([
  '<code/>x',
  'a < b',
  '&nbsp;x',
  '<script>x</script>',
  '<pre>a  b</pre>',
  '<table><tr><td>x</td></tr></table>',
  '<code>a<code>b</code></code>',
  '<code>open',
  '<span class="literal"> x </span>',
  '<a title=">">x</a>',
])('only the tree can tell: %s', (html) => {
  expect(wordsOfHtml(unread(html))).toBeUndefined();
});

describeShared('real descriptions', () => {
  test('the words are those of the tree', () => {
    const folder = shared('data/models/1.40.73');
    const texts = new Set<string>();
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('service-2.json'))
        JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'), (key, value) => {
          if (key === 'documentation' && typeof value === 'string') texts.add(value);
          return value;
        });
    let known = 0;
    for (const html of texts) {
      const words = wordsOfHtml(unread(html));
      if (words === undefined) continue;
      known++;
      if (words !== byTree(html)) expect.fail(`${html}\n${words}`);
    }
    expect(known).toBeGreaterThan(texts.size * 0.95);
  });
});
