/**
 * Makes the HTML of a page smaller without changing its meaning: relative addresses, and no quotes, end tags or spaces
 * that HTML does not need.
 */

/**
 * The same HTML, shorter. `page` is the address of the page; null where it is unknown, and then addresses stay as they
 * are. The HTML must come from the pages' own printer: tag names in small letters, values in double quotes, every `<`
 * in text escaped.
 */
export function shortHtml(html: string, page: string | null): string {
  const near = page === null ? (url: string) => url : nearestAddress(page);
  let short = '';
  /** Whether the next spaces are at the edge of a block. */
  let isEdge = false;
  let at = 0;
  while (true) {
    const tag = html.indexOf('<', at);
    if (tag === -1) break;
    const isEnd = html.charCodeAt(tag + 1) === slash;
    const nameAt = isEnd ? tag + 2 : tag + 1;
    const nameEnd = endOfName(html, nameAt);
    const name = html.slice(nameAt, nameEnd);
    const isBlock = blocks.has(name);
    const text = isEdge ? html.slice(at, tag).trimStart() : html.slice(at, tag);
    short += isBlock || (name === 'pre' && !isEnd) ? text.trimEnd() : text;
    isEdge = isBlock || (name === 'pre' && isEnd);
    if (isEnd) {
      at = nameEnd + 1;
      if (impliedBefore[name]?.has(nextTag(html, at)) !== true) short += `</${name}>`;
      continue;
    }
    const end = endOfTag(html, nameEnd);
    if (end < 0) return short + html.slice(tag);
    short += `<${name}${shortAttributes(html.slice(nameEnd, end), near)}>`;
    at = end + 1;
    if (!verbatim.has(name)) continue;
    const close = html.indexOf(`</${name}>`, at);
    if (close === -1) break;
    short += html.slice(at, close);
    at = close;
  }
  return short + html.slice(at);
}

/** Finds the shortest relative address from a page to other addresses of its site. */
export function nearestAddress(page: string): (url: string) => string {
  const steps = page.split('/').slice(1, -1);
  // `/services/s3/` and so on, longest first, each with the relative path to it.
  const above = steps
    .map((_, at) => [`/${steps.slice(0, at + 1).join('/')}/`, '../'.repeat(steps.length - at - 1)] as const)
    .filter(([folder, way]) => way.length < folder.length)
    .reverse();
  return (url) => {
    for (const [folder, way] of above) {
      if (!url.startsWith(folder)) continue;
      const rest = url.slice(folder.length);
      if (way !== '') return way + rest;
      // A colon in the first step would make it a scheme, and an empty address means the page itself.
      if (rest === '') return './';
      return rest.startsWith('/') || /^[^/?#]*:/.test(rest) ? url : rest;
    }
    return url;
  };
}

function shortAttributes(attributes: string, near: (url: string) => string): string {
  if (!attributes.includes('"')) return attributes.trimEnd();
  let short = '';
  let at = 0;
  for (;;) {
    const equals = attributes.indexOf('="', at);
    if (equals === -1) return short + attributes.slice(at).trimEnd();
    const end = attributes.indexOf('"', equals + 2);
    const name = attributes.slice(at, equals);
    const given = attributes.slice(equals + 2, end);
    const value = name === ' href' || name === ' action' ? near(given) : given;
    short += needsQuotes.test(value) ? `${name}="${value}"` : `${name}=${value}`;
    at = end + 1;
  }
}

/** The end of a tag: the first `>` outside a value. */
function endOfTag(html: string, from: number): number {
  for (let at = from; ; ) {
    const end = html.indexOf('>', at);
    const quote = html.indexOf('"', at);
    if (quote === -1 || end < quote) return end;
    at = html.indexOf('"', quote + 1) + 1;
  }
}

function endOfName(html: string, from: number): number {
  let at = from;
  for (let sign = html.charCodeAt(at); sign > colon || (sign >= zero && sign < colon); sign = html.charCodeAt(at)) {
    if (sign === greater) break;
    at += 1;
  }
  return at;
}

/** The tag directly at this place: `li`, `/ul`; empty where text follows. */
function nextTag(html: string, from: number): string {
  let at = from;
  while (html.charCodeAt(at) <= blank) at += 1;
  if (html.charAt(at) !== '<') return '';
  const nameAt = html.charCodeAt(at + 1) === slash ? at + 2 : at + 1;
  return html.slice(at + 1, endOfName(html, nameAt));
}

const blank = 0x20;
const slash = 0x2f;
const zero = 0x30;
const colon = 0x3a;
const greater = 0x3e;

/** Values that HTML cannot read without quotes. */
const needsQuotes = /[\s"'=<>`]|^$/;

/** The content of these elements stays unchanged. */
const verbatim: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'textarea', 'title']);

/** Spaces at the edges of these elements are never visible. */
const blocks: ReadonlySet<string> = new Set([
  ...['aside', 'blockquote', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'footer', 'form', 'h1', 'h2', 'h3', 'h4'],
  ...['h5', 'h6', 'header', 'hr', 'legend', 'li', 'main', 'nav', 'ol', 'option', 'p', 'section', 'summary'],
  ...['table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  // In the head of a page.
  ...['link', 'meta', 'title'],
]);

/** The end tags that HTML implies before the next tag, from its chapter on optional tags. */
const impliedBefore: Readonly<Record<string, ReadonlySet<string>>> = {
  li: new Set(['li', '/ul', '/ol']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd', '/dl', '/div']),
  p: new Set([
    ...['aside', 'blockquote', 'details', 'div', 'dl', 'fieldset', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5'],
    ...['h6', 'header', 'hr', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'ul'],
    ...['/aside', '/blockquote', '/dd', '/details', '/div', '/footer', '/form', '/header', '/li', '/main', '/nav'],
    ...['/section', '/td', '/th'],
  ]),
  td: new Set(['td', 'th', '/tr']),
  th: new Set(['td', 'th', '/tr']),
  tr: new Set(['tr', '/tbody', '/thead', '/table']),
  tbody: new Set(['tbody', '/table']),
  thead: new Set(['tbody']),
  option: new Set(['option', '/select']),
};
