/** Renders descriptions to safe HTML. No other file of the site turns text from outside into markup. */
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
    /** The heading level in HTML for depth 1; 0 makes headings strong paragraphs. */
    headingLevel: number;
  }
}

/** How a description is printed. */
export interface ProseOptions {
  /** The level of a heading of depth 1. If absent, headings become strong paragraphs, as inside a field. */
  readonly headings?: 2 | 3 | 4;
  /** Keeps the HTML, which helps where many pages print the same description. */
  readonly memory?: Memory;
}

/** The HTML of a description. It is safe to print, because all of it went through the sanitizer. */
export function proseHtml(prose: Prose | null | undefined, options: ProseOptions = {}): string {
  if (prose === null || prose === undefined || prose.length === 0) return '';
  const level = options.headings ?? 0;
  const make = () => withoutControls(render(prose, level));
  return options.memory === undefined ? make() : options.memory.rememberAt(rendered, prose, String(level), make);
}

/** The content of the only paragraph of a description; null where there is more than one paragraph. */
export function onlyParagraph(html: string): string | null {
  return html.startsWith('<p>') && html.endsWith('</p>') && html.indexOf('</p>') === html.length - 4
    ? html.slice(3, -4)
    : null;
}

/** Escapes text for HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Escapes text between tags. Quotes need no escape there, and code has thousands of them. */
export function escapeText(text: string): string {
  return withoutControls(text).replace(/[&<>]/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Removes control characters: HTML forbids them, even as character references. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\f\r]/gu, '');
}

/** A description never changes, so its HTML is kept as long as the description. */
const rendered = topic<Prose, string>();

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
    // Only links to the web are of use on this site. A `javascript:` link would be dangerous.
    if (!isWebAddress(String(node.url))) return state.all(node as Nodes & { children: [] });
    return element('a', state.all(node), { href: node.url, rel: ['noreferrer'] });
  },
  note(state, node) {
    // Notes of our trees have only our own kinds.
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

/** The only way from a description to HTML. The sanitizer drops what it does not know. */
const pipeline = unified()
  .use(remarkRehype, { handlers })
  .use(rehypeSanitize, schema)
  .use(rehypeStringify, { closeSelfClosing: false })
  .freeze();

function table(state: State, node: Parameters<Handler>[1]): Element {
  // The rows of our tables have cells; only the type's name in mdast differs.
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

/** Unwraps the only paragraph of a list item: the list is easier to read and smaller. */
function unwrapped(children: ElementContent[]): ElementContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'element' || first.tagName !== 'p') return children;
  const blocks = rest.some((child) => child.type === 'element' && child.tagName === 'p');
  return blocks ? children : [...first.children, ...rest];
}

/** Whether a link leads to the web or to a mailbox. Other links are printed as text. */
export function isWebAddress(url: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s])/i.test(url.trim()) && URL.canParse(url.trim());
}
