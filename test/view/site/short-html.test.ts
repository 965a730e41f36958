/** Tests that HTML which was written shorter reads the same: what a parser makes of both, for pages made at random. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { nearestAddress, shortHtml } from '../../../src/view/site/short-html.ts';
import { hostile } from '../../fixture-services.ts';
import { Random } from '../../generate/random.ts';

const page = '/docs/services/s3/PutObject/';

test('addresses are told from where the page is, wherever that is shorter', () => {
  const near = nearestAddress(page);
  expect(
    [
      ...['/docs/services/s3/PutObject/#request.A', '/docs/services/s3/', '/docs/services/s3/GetObject/#x'],
      ...['/docs/services/', '/docs/', '/docs/releases/1.0/', '#a', 'https://a.example/docs/services/s3/x'],
      ...['//docs/services/s3/', '/docs/services/s3', '/docs/services/s3/PutObject/a:b', page],
    ].map(near),
  ).toEqual([
    ...['#request.A', '../', '../GetObject/#x', '../../', '/docs/', '/docs/releases/1.0/', '#a'],
    ...['https://a.example/docs/services/s3/x', '//docs/services/s3/', '../../s3'],
    ...['/docs/services/s3/PutObject/a:b', './'],
  ]);
});

test('what HTML does not need is left out', () => {
  const html = `<ul class="fields"> <li id="a"> <p>One <a href="/docs/services/s3/">two</a> <b>x</b> </p> </li> <li id="b=c"><p>y</p></li> </ul>`;
  expect(shortHtml(html, page)).toBe(
    '<ul class=fields><li id=a><p>One <a href=../>two</a> <b>x</b><li id="b=c"><p>y</ul>',
  );
  // Nobody knows where this one is shown.
  expect(shortHtml('<a href="/docs/services/s3/"></a>', null)).toBe('<a href=/docs/services/s3/></a>');
});

test('code keeps its blanks, and text that looks like HTML stays what it is', () => {
  for (const html of [
    '<pre tabindex="0">\n  a  b\n</pre>',
    '<p>&lt;li class="a"&gt; </p><p title="<li> x</li> <li class=&quot;y&quot;>">z</p>',
    `<p title="${hostile.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">x</p>`,
  ])
    expect(shapeOf(shortHtml(html, page))).toEqual(shapeOf(html));
  expect(shortHtml('<div><pre>\n  a\n</pre> </div>', page)).toBe('<div><pre>\n  a\n</pre></div>');
});

test('a parser makes the same of both', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const html = new Maker(new Random(seed)).blocks(4);
    expect(shapeOf(shortHtml(html, page)), `seed ${seed}: ${html}`).toEqual(shapeOf(html));
  }
});

/** Pages of the elements that ours are made of, with blanks wherever one can stand. */
class Maker {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  blocks(depth: number): string {
    return this.#some(3, () => this.#block(depth)).join(this.#blank());
  }

  #block(depth: number): string {
    const random = this.#random;
    if (depth === 0 || random.chance(0.3)) return this.#around(random.pick(['p', 'h2', 'h3']), this.#inline());
    const inside = () => (random.chance(0.5) ? this.blocks(depth - 1) : this.#inline());
    switch (random.pick(['list', 'terms', 'table', 'details', 'pre', 'select', 'plain'])) {
      case 'list':
        return this.#around(
          random.pick(['ul', 'ol']),
          this.#some(3, () => this.#around('li', inside())).join(this.#blank()),
        );
      case 'terms': {
        const pair = () => `${this.#around('dt', this.#inline())}${this.#blank()}${this.#around('dd', inside())}`;
        return this.#around('dl', this.#some(2, () => this.#around('div', pair())).join(this.#blank()));
      }
      case 'table': {
        const row = () =>
          this.#around(
            'tr',
            this.#some(3, () => this.#around(random.pick(['td', 'th']), inside())).join(this.#blank()),
          );
        const head = this.#around('thead', row());
        return this.#around(
          'table',
          `${head}${this.#blank()}${this.#around('tbody', this.#some(2, row).join(this.#blank()))}`,
        );
      }
      case 'details':
        return this.#around('details', `${this.#around('summary', this.#inline())}${this.#blank()}${inside()}`);
      case 'pre':
        return `<pre${this.#attributes()}>x${this.#random.pick([' ', '\n', '  y \n'])}</pre>`;
      case 'select':
        return this.#around('select', this.#some(2, () => this.#around('option', 'x')).join(this.#blank()));
      default:
        return this.#around(random.pick(['div', 'section', 'aside', 'nav', 'blockquote', 'fieldset']), inside());
    }
  }

  #inline(): string {
    const texts = ['word', '&lt;li&gt; ', 'a &amp; b', ' id="x" ', '🦔'];
    const one = () =>
      this.#random.chance(0.5)
        ? this.#random.pick(texts)
        : this.#around(this.#random.pick(['a', 'code', 'b', 'i', 'span', 'time']), this.#random.pick(texts));
    return this.#some(3, one).join(this.#blank());
  }

  #around(name: string, inside: string): string {
    return `<${name}${this.#attributes()}>${this.#blank()}${inside}${this.#blank()}</${name}>`;
  }

  #attributes(): string {
    const values = ['plain', 'two words', 'a=b', '', '</li> <li>', '/docs/services/s3/', 'x/', "it's", 'request.A[].B'];
    const one = () => ` ${this.#random.pick(['class', 'title', 'data-x'])}="${this.#random.pick(values)}"`;
    const some = this.#random.chance(0.4) ? one() : '';
    return this.#random.chance(0.2) ? `${some} hidden` : some;
  }

  #blank(): string {
    return this.#random.pick(['', ' ', '\n  ']);
  }

  #some(most: number, make: () => string): readonly string[] {
    return Array.from({ length: this.#random.whole(1, most) }, make);
  }
}

const inline = new Set(['a', 'code', 'b', 'i', 'span', 'time', 'select']);

/** What a browser shows of HTML: its elements with their attributes, addresses in full, and text without blanks that nobody sees. */
function shapeOf(html: string): readonly string[] {
  const parts: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode, isCode: boolean): void => {
    if ('value' in node) parts.push(isCode ? `code ${node.value}` : `text ${node.value.replace(/\s+/g, ' ')}`);
    if (!('tagName' in node)) return;
    const attributes = node.attrs.map(({ name, value }) =>
      name === 'href' ? new URL(value, `https://a.example${page}`).href : `${name}=${value}`,
    );
    const edge = inline.has(node.tagName) ? 'inline' : 'block';
    parts.push(`${edge} <${node.tagName} ${attributes.join(' ')}>`);
    for (const child of node.childNodes) visit(child, isCode || node.tagName === 'pre');
    parts.push(`${edge} </${node.tagName}>`);
  };
  for (const node of parse(`<!doctype html><body>${html}`).childNodes) visit(node, false);
  const isBlock = (part: string | undefined) => part === undefined || part.startsWith('block ');
  return parts.flatMap((part, at) => {
    if (!part.startsWith('text ')) return [part];
    let text = part.slice(5);
    if (isBlock(parts[at - 1])) text = text.trimStart();
    if (isBlock(parts[at + 1])) text = text.trimEnd();
    return text === '' ? [] : [`text ${text}`];
  });
}
