/** Renders descriptions to safe HTML; the only file of the site that turns foreign text into markup. */
import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options as HastOptions } from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Note, Prose } from '../../model/index.ts';
import { type Memory, topic } from '../site/memory.ts';
import { proseTree } from './prose-tree.ts';

type Handler = NonNullable<NonNullable<HastOptions['handlers']>['link']>;
type State = Parameters<Handler>[0];

declare module 'vfile' {
  interface DataMap {
    /** The level of a heading of depth 1 in a description that becomes HTML; 0 for strong paragraphs. */
    headingLevel: number;
  }
}

/** How a description is printed. */
export interface ProseOptions {
  /** The level of a heading of depth 1; without it headings become strong paragraphs, as inside of a field. */
  readonly headings?: 2 | 3 | 4;
  /** Remembers what was printed: of use where the same description stands on many pages. */
  readonly memory?: Memory;
}

/** HTML that is safe to print as it is: everything in it came through the sanitizer. */
export function proseHtml(prose: Prose | null | undefined, options: ProseOptions = {}): string {
  if (prose === null || prose === undefined || prose.length === 0) return '';
  const level = options.headings ?? 0;
  const make = () => withoutControls(render(prose, level));
  return options.memory === undefined ? make() : options.memory.rememberAt(rendered, prose, String(level), make);
}

/** What stands in the only paragraph of a description; null where it is more than that. */
export function onlyParagraph(html: string): string | null {
  return html.startsWith('<p>') && html.endsWith('</p>') && html.indexOf('</p>') === html.length - 4
    ? html.slice(3, -4)
    : null;
}

/** Escapes text for HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The same for text between tags, where quotes mean nothing: in code there are thousands of them. */
export function escapeText(text: string): string {
  return withoutControls(text).replace(/[&<>]/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** HTML allows no control characters, not even as references; a page with one in it is not valid. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\f\r]/gu, '');
}

/** Prose is plain data that nobody changes, so what was rendered once holds for as long as the data lives. */
const rendered = topic<Prose, string>('rendered descriptions');

function render(prose: Prose, level: number): string {
  const file = new VFile({ data: { headingLevel: level } });
  return pipeline.stringify(pipeline.runSync(proseTree(prose), file), file);
}

const schema: Schema = {
  tagNames: [
    ...['a', 'aside', 'blockquote', 'br', 'code', 'div', 'em', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ol', 'p', 'pre'],
    ...['strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  ],
  attributes: {
    a: ['href', ['rel', 'noreferrer']],
    aside: [['className', 'note', /^note-[a-z]+$/]],
    div: [['className', 'table-scroll']],
    p: [['className', 'note-label', 'prose-heading']],
    pre: ['tabIndex'],
    th: [['scope', 'col']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  required: {},
  strip: ['script', 'style'],
};

const noteLabels: Record<Note['kind'], string> = {
  note: 'Note',
  warning: 'Warning',
  danger: 'Danger',
  important: 'Important',
  tip: 'Tip',
  deprecated: 'Deprecated',
  caution: 'Caution',
  seealso: 'See also',
};

const handlers: Record<string, Handler> = {
  link(state, node) {
    // A link without a scheme of the web is of no use on this site, and one with a script's scheme is worse.
    if (!isWebAddress(String(node.url))) return state.all(node as Nodes & { children: [] });
    return element('a', state.all(node), { href: node.url, rel: ['noreferrer'] });
  },
  note(state, node) {
    // Our own trees have our own kinds.
    const kind = node.kind as Note['kind'];
    const label = element('p', [{ type: 'text', value: noteLabels[kind] ?? 'Note' }], { className: ['note-label'] });
    return element('aside', [label, ...state.all(node)], { className: ['note', `note-${kind}`] });
  },
  heading(state, node) {
    const level = state.options.file?.data.headingLevel ?? 0;
    if (level === 0) return element('p', [element('strong', state.all(node))], { className: ['prose-heading'] });
    return element(`h${Math.min(6, level + Number(node.depth) - 1)}`, state.all(node));
  },
  html: (_state, node) => ({ type: 'text', value: String(node.value) }),
  code: (_state, node) =>
    element('pre', [element('code', [{ type: 'text', value: String(node.value) }])], { tabIndex: 0 }),
  list: (state, node) => element(node.ordered === true ? 'ol' : 'ul', state.all(node)),
  listItem: (state, node) => element('li', unwrapped(state.all(node))),
  table: (state, node) => element('div', [table(state, node)], { className: ['table-scroll'] }),
};

/** The one way from a description to HTML. What the sanitizer does not know is not printed. */
const pipeline = unified()
  .use(remarkRehype, { handlers })
  .use(rehypeSanitize, schema)
  .use(rehypeStringify, { closeSelfClosing: false })
  .freeze();

function table(state: State, node: Parameters<Handler>[1]): Element {
  // A table of our trees has rows of cells; mdast's type for it has a name of its own.
  const rows = (node.children as Nodes[]).map((row, index) => {
    const cells = ((row as { children?: Nodes[] }).children ?? []).map((cell) =>
      index === 0 ? element('th', state.all(cell as never), { scope: 'col' }) : element('td', state.all(cell as never)),
    );
    return element('tr', cells);
  });
  return element('table', [element('thead', rows.slice(0, 1)), element('tbody', rows.slice(1))]);
}

function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

/** A list item of one paragraph reads better, and weighs less, without it. */
function unwrapped(children: ElementContent[]): ElementContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'element' || first.tagName !== 'p') return children;
  const blocks = rest.some((child) => child.type === 'element' && child.tagName === 'p');
  return blocks ? children : [...first.children, ...rest];
}

/** Whether a link leads to the web or to a mailbox; anything else is shown as text. */
export function isWebAddress(url: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s])/i.test(url.trim()) && URL.canParse(url.trim());
}
