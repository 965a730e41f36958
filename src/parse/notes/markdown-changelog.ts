/** Markdown changelogs, read by remark-parse: Keep a Changelog, conventional-changelog (aws-sdk-js-v3), aws-sdk-go-v2. */
import type { Heading, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as hastText } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { append, type Block, type Inline } from '../../model/index.ts';
import { type Messages, type Point, quote } from '../messages.ts';
import type { ParsedNote } from '../result.ts';
import { dayOf, looksLikeDay, statedDay } from '../text/day.ts';
import { dayOfTitle, onlyDay } from './day-heading.ts';

const processor = unified().use(remarkParse).freeze();

/** `## [3.1.0](…) (2025-11-13)`, `## 1.2.3 - 2025-11-13`, `# Release (2026-06-10)`; also `## 1.2.3 - Nov 2025` */
const versioned = /^(?:v|(?:Release|Version)\s+)?\[?v?(\d+\.\d+(?:\.\d+)?[\w.+-]*)\]?(.*)/i;
/** `apidelta 1.4.0 (2025-11-13)`: only with three numbers, because a group may be called `Python 3.8`. */
const named = /^\S+ v?(\d+\.\d+\.\d[\w.+-]*)(?:\s+\(?([^()]+)\)?)?$/;

/** The current place while reading: the release, and the group of notes. */
interface Where {
  version: string | null;
  date: string | null;
  category: string | null;
  service: string | null;
  open: boolean;
  /** How deep the heading of the release is; 0 before the first one. */
  depth: number;
  /** The heading of a section without a version, until a message says that its notes are left out. */
  unreleased: Heading | undefined;
}

/** Reads every entry of every list with its release, its group and the service that it names. */
export function parseMarkdownChangelog(text: string, messages: Messages): readonly ParsedNote[] {
  const tree: Root = processor.parse(withoutDeepLines(text, messages));
  const notes: ParsedNote[] = [];
  const where: Where = {
    version: null,
    date: null,
    category: null,
    service: null,
    open: false,
    depth: 0,
    unreleased: undefined,
  };
  for (const node of tree.children) {
    if (node.type === 'heading') enter(where, node, messages);
    else if (where.unreleased !== undefined) {
      if (node.type === 'definition' || node.type === 'thematicBreak' || node.type === 'html') continue;
      const at = pointOf(where.unreleased);
      messages.add('unreadable-note', `notes below ${quote(plain(where.unreleased))}`, at, 'a version in the heading');
      where.unreleased = undefined;
    } else if (where.open && node.type === 'list')
      append(
        notes,
        node.children.flatMap((item) => entriesOf(item, where)),
      );
    else if (where.open && node.type === 'paragraph')
      notes.push({
        ...release(where),
        category: where.category,
        service: null,
        text: [{ type: 'paragraph', children: inlines(node.children) }],
      });
    else if (where.open && node.type !== 'definition' && node.type !== 'thematicBreak') {
      const words = node.type === 'html' ? wordsOfHtml(node.value) : plain(node);
      // An anchor or a comment has no words.
      if (node.type !== 'html' || words !== '') messages.add('unreadable-note', quote(words), pointOf(node));
    } else if (where.depth === 0 && node.type === 'list')
      messages.add('unreadable-note', quote(node.children.map(plain).join(' ')), pointOf(node), 'a release above it');
  }
  return notes;
}

/**
 * A line with twenty markers of quotes or lists, or with as much indentation: changelogs have none, and a parser would
 * take very long.
 */
const deepLine = /^(?:\s*(?:[>*+-]|\d{1,9}[.)])(?=[\s>]|$)){20}|^\s{100}/;

/**
 * If one paragraph has more marks than this, they are read as plain characters: the time of a Markdown parser grows
 * with their square.
 */
const maxMarks = 300;

/**
 * The text without lines that nest too deep, with a message for each; marks are escaped if there are too many of them.
 */
function withoutDeepLines(text: string, messages: Messages): string {
  let marks = 0;
  return text
    .split('\n')
    .map((line, index) => {
      // Each item of a list is a paragraph of its own.
      if (/^\s*(?:$|[*+-]\s)/.test(line)) marks = 0;
      if (deepLine.test(line)) {
        messages.add('nesting-too-deep', quote(line), { line: index + 1, column: 1 }, 'at most 20 levels');
        return '';
      }
      marks += line.match(/[*_[`<]/g)?.length ?? 0;
      return marks > maxMarks ? line.replace(/[*_[\]`<]/g, '\\$&') : line;
    })
    .join('\n');
}

function wordsOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<[^<>]*>/g, ' ')
    .trim();
}

function pointOf({ position }: Nodes): Point {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

function enter(where: Where, heading: Heading, messages: Messages): void {
  const title = plain(heading).trim();
  const day = dayOfTitle(title);
  const version = day === undefined ? (versioned.exec(title) ?? namedVersion(title)) : null;
  where.service = null;
  if (day !== undefined || version !== null)
    Object.assign(where, {
      version: version?.[1] ?? null,
      date: day === undefined ? dayBehind(version?.[2], messages, heading) : dayOf(day, messages, pointOf(heading)),
      category: null,
      open: true,
      depth: heading.depth,
      unreleased: undefined,
    });
  // A group of notes is at most as shallow as its release.
  else if (/^\[?unreleased\b/i.test(title) || heading.depth < where.depth) {
    where.open = false;
    where.unreleased = heading;
  } else where.category = categoryOf(title);
}

function namedVersion(title: string): RegExpExecArray | null {
  const found = named.exec(title);
  return found?.[2] === undefined || onlyDay(found[2]) !== undefined ? found : null;
}

/** The day in the words behind a version; what may be one and is not clear gives a message. */
function dayBehind(words: string | undefined, messages: Messages, heading: Heading): string | null {
  const found = statedDay(words ?? '');
  if (found !== undefined) return dayOf(found.iso, messages, pointOf(heading));
  const said = (words ?? '').trim();
  if (looksLikeDay(said)) messages.add('unknown-day', quote(said), pointOf(heading), 'a day as 2025-11-13');
  return null;
}

function categoryOf(title: string): string {
  const known: Readonly<Record<string, string>> = {
    features: 'feature',
    'bug fixes': 'bugfix',
    'service client changes': 'api-change',
    'general highlights': 'general',
    'module highlights': 'api-change',
  };
  return known[title.toLowerCase()] ?? title.toLowerCase();
}

/**
 * The notes of one item. In aws-sdk-go-v2 an item names a module and its version, and a list inside it has the changes:
 * `* \`github.com/aws/aws-sdk-go-v2/service/ec2\`: [v1.307.0](…)`.
 */
function entriesOf(item: ListItem, where: Where): ParsedNote[] {
  const first = item.children[0];
  const module = first?.type === 'paragraph' ? goModule(first) : undefined;
  if (first?.type === 'paragraph' && module !== undefined && item.children.some(({ type }) => type === 'list')) {
    const said = wordsBeside(first);
    const own = (text: readonly Block[]) => ({ ...release(where), category: where.category, service: module, text });
    return [
      ...(said === undefined ? [] : [own([said])]),
      ...item.children
        .slice(1)
        .flatMap((child) =>
          child.type === 'list' ? child.children.map((one) => moduleNote(one, where, module)) : own(blockOf(child)),
        ),
    ];
  }
  return [noteOf(item, where, module ?? null)];
}

function moduleNote(item: ListItem, where: Where, module: string): ParsedNote {
  const note = noteOf(item, where, module);
  const kind = entryCategory(item);
  return kind === undefined ? note : { ...note, category: kind.category, text: kind.text };
}

/** What a paragraph says beside the module and the link to its version; undefined if that is all. */
function wordsBeside({ children }: Paragraph): Block | undefined {
  const rest = inlines(children.slice(1).filter(({ type }) => type !== 'link'));
  const from = rest.findIndex((one) => one.type !== 'text' || /[^\s:]/.test(one.value));
  const [first, ...others] = from === -1 ? [] : rest.slice(from);
  if (first === undefined) return undefined;
  const start: Inline = first.type === 'text' ? { ...first, value: first.value.replace(/^[\s:]+/, '') } : first;
  return { type: 'paragraph', children: [start, ...others] };
}

function noteOf(item: ListItem, where: Where, service: string | null): ParsedNote {
  const blocks = item.children.flatMap(blockOf);
  const scoped = service === null ? scopeOf(item) : undefined;
  return {
    ...release(where),
    category: where.category,
    service: service ?? scoped?.service ?? null,
    text: scoped === undefined ? blocks : [...scoped.text, ...blocks.slice(1)],
  };
}

/** `**client-elastic-load-balancing-v2:** words` */
function scopeOf(item: ListItem): { readonly service: string; readonly text: readonly Block[] } | undefined {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph') return undefined;
  const [strong, ...rest] = paragraph.children;
  if (strong?.type !== 'strong') return undefined;
  const name = plain(strong).trim();
  if (!name.endsWith(':')) return undefined;
  return { service: name.slice(0, -1), text: [{ type: 'paragraph', children: trimStart(inlines(rest)) }] };
}

/** `**Feature**: words` inside a module's list. */
function entryCategory(item: ListItem): { readonly category: string; readonly text: readonly Block[] } | undefined {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph') return undefined;
  const [strong, ...rest] = paragraph.children;
  if (strong?.type !== 'strong') return undefined;
  const name = plain(strong).trim().replace(/:$/, '').toLowerCase();
  const children = inlines(rest);
  const first = children[0];
  if (first?.type === 'text') children[0] = { type: 'text', value: first.value.replace(/^:?\s*/, '') };
  return {
    category: name === 'feature' ? 'feature' : name,
    text: [{ type: 'paragraph', children }, ...item.children.slice(1).flatMap(blockOf)],
  };
}

function goModule(paragraph: Paragraph): string | undefined {
  const code = paragraph.children[0];
  return code?.type === 'inlineCode' ? /\/service\/([\w-]+)$/.exec(code.value)?.[1] : undefined;
}

function release(where: Where): { readonly version: string | null; readonly date: string | null } {
  return { version: where.version, date: where.date };
}

function blockOf(node: RootContent): Block[] {
  if (node.type === 'paragraph') return [{ type: 'paragraph', children: inlines(node.children) }];
  if (node.type === 'heading') return [{ type: 'heading', depth: node.depth, children: inlines(node.children) }];
  if (node.type === 'code')
    return [node.lang ? { type: 'code', lang: node.lang, value: node.value } : { type: 'code', value: node.value }];
  if (node.type === 'blockquote') return [{ type: 'blockquote', children: node.children.flatMap(blockOf) }];
  if (node.type === 'list')
    return [
      {
        type: 'list',
        ordered: node.ordered === true,
        children: node.children.map((item) => ({ type: 'listItem', children: item.children.flatMap(blockOf) })),
      },
    ];
  return [{ type: 'paragraph', children: [{ type: 'text', value: plain(node) }] }];
}

function inlines(nodes: readonly PhrasingContent[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/\s+/g, ' ') }];
    if (node.type === 'inlineCode') return [{ type: 'inlineCode', value: node.value }];
    if (node.type === 'break') return [{ type: 'break' }];
    if (node.type === 'emphasis' || node.type === 'strong')
      return [{ type: node.type, children: inlines(node.children) }];
    if (node.type === 'link') return [{ type: 'link', url: node.url, children: inlines(node.children) }];
    return [{ type: 'text', value: plain(node) }];
  });
}

function trimStart(children: Inline[]): Inline[] {
  const first = children[0];
  return first?.type === 'text' ? [{ type: 'text', value: first.value.trimStart() }, ...children.slice(1)] : children;
}

/** The text of a node; empty for an image. */
function plain(node: Nodes): string {
  return hastText(node, { includeImageAlt: false });
}
