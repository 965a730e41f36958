/**
 * Reads blocks of RST inside a description: paragraphs, lists, literal blocks, notes, quotes. Keeps every line with
 * text.
 */
import { append, type Block, type Inline, type ListItem, type Note, type Prose } from '../../model/index.ts';
import type { Lines } from '../lines.ts';
import type { Messages } from '../messages.ts';
import type { TextPart } from '../text-part.ts';
import { linkTarget } from './link-targets.ts';
import { parseInline } from './rst-inline.ts';

/** Below this depth, indentation has no meaning. */
const deepest = 60;

/** Options for reading the lines. */
export interface BlockOptions {
  /** The text is already rendered: bullets and indentation have a meaning, but marks inside lines do not. */
  readonly plain?: boolean;
  /** The first line continues a label (`:param Name: text`) and starts at this column. */
  readonly hanging?: number | undefined;
}

/** Reads lines as the body of an RST document. */
export function parseBlocks(
  { lines, messages, first, end }: Omit<TextPart, 'ledger'>,
  { plain = false, hanging }: BlockOptions = {},
): Prose {
  const reader = new BlockReader(lines, messages, plain);
  if (hanging === undefined) return reader.body(first, end, 0);
  return reader.hanging(first, end, hanging, 0);
}

const bullet = /^[*+•‣⁃-](?:\s+|$)/;
const renderedBullet = /^[•‣⁃](?:\s+|$)/;
const enumerator = /^(?:\d+|#|[A-Za-z]|[ivxlcIVXLC]+)[.)](?:\s+|$)|^\((?:\d+|#|[A-Za-z])\)(?:\s+|$)/;
const directive = /^\.\.\s+([A-Za-z](?:[\w-]|:(?!:))*)::(.*)$/;
const explicit = /^\.\.(?:\s|$)/;
const admonitions = new Set(['note', 'warning', 'danger', 'important', 'tip', 'deprecated', 'caution', 'seealso']);

/** The current body: its blocks, its end, and its indentation. */
interface Body {
  readonly blocks: Block[];
  readonly end: number;
  readonly indent: number;
  readonly depth: number;
}

class BlockReader {
  readonly #lines: Lines;
  readonly #messages: Messages;
  readonly #plain: boolean;

  constructor(lines: Lines, messages: Messages, plain: boolean) {
    this.#lines = lines;
    this.#messages = messages;
    this.#plain = plain;
  }

  /** Reads a body that starts in the middle of a line. */
  hanging(first: number, end: number, column: number, depth: number): Prose {
    const head = this.#lines.at(first).slice(column);
    const rest = this.#lines.nextText(first + 1, end);
    if (head.trim() === '') return this.body(first + 1, end, depth);
    // Lines directly after it belong to the same paragraph, at any indentation.
    let stop = first + 1;
    if (rest === first + 1) {
      const indent = this.#lines.indent(rest);
      while (stop < end && this.#lines.indent(stop) >= indent) stop++;
      if (stop > first + 1 && !this.#isPlain(first + 1, stop)) stop = first + 1;
    }
    const blocks: Block[] = [];
    let text = head.trim();
    for (let index = first + 1; index < stop; index++) text += ` ${this.#lines.at(index).trim()}`;
    const body = { blocks, end, indent: this.#lines.indent(first), depth };
    const after = this.#paragraph(body, text, first, stop);
    append(blocks, this.body(after, end, depth));
    return blocks;
  }

  body(first: number, end: number, depth: number): Block[] {
    const blocks: Block[] = [];
    let base = -1;
    let at = first;
    while (at < end) {
      const indent = this.#lines.indent(at);
      if (indent < 0) {
        at++;
        continue;
      }
      if (base < 0) {
        base = this.#leastIndent(at, end);
        if (depth >= deepest) {
          this.#messages.add('nesting-too-deep', 'indentation', { line: at + 1, column: indent + 1 });
          return [...blocks, ...this.#flat(at, end)];
        }
      }
      // The generator begins markup with one space too many; a quote stands further to the right.
      if (indent > base + (this.#plain ? 0 : 1)) {
        const stop = this.#lines.nextOutside(at, end, base + 1);
        const inside = this.body(at, stop, depth + 1);
        blocks.push({ type: 'blockquote', children: inside });
        at = stop;
        continue;
      }
      at = this.#block({ blocks, end, indent, depth }, at);
    }
    return blocks;
  }

  /** Reads one block that starts at a line of the body's own indentation; returns the line after it. */
  #block(body: Body, at: number): number {
    const { blocks, end, indent } = body;
    const line = this.#lines.at(at);
    const code = line.charCodeAt(indent);
    if (isBulletCode(code) || isWordCode(code) || code === 40) {
      const text = line.slice(indent, indent + 24);
      const isBullet = (this.#plain ? renderedBullet : bullet).test(text);
      if (isBullet || (enumerator.test(text) && this.#startsItem(at, end, indent))) {
        return this.#list(body, at, !isBullet);
      }
    } else if (!this.#plain && code === 46 && explicit.test(line.slice(indent))) return this.#explicit(body, at);
    if (!this.#plain && line.slice(indent).trim() === '::') return this.#literal(blocks, at + 1, end, indent);
    let stop = at + 1;
    while (stop < end && this.#lines.indent(stop) === indent) stop++;
    if (!this.#plain && stop < end && this.#lines.indent(stop) > indent && stop === at + 1)
      return this.#definition(body, at);
    while (stop < end && this.#lines.indent(stop) >= indent) stop++;
    return this.#paragraph(body, this.#join(at, stop), at, stop);
  }

  /** Reads a paragraph; if it ends in `::`, a literal block follows. Returns the line after both. */
  #paragraph({ blocks, end, indent }: Body, text: string, at: number, stop: number): number {
    if (this.#plain || !text.endsWith('::')) {
      blocks.push({ type: 'paragraph', children: this.#inline(text, at) });
      return stop;
    }
    const next = this.#lines.nextText(stop, end);
    if (next >= end || this.#lines.indent(next) <= indent) {
      blocks.push({ type: 'paragraph', children: this.#inline(text, at) });
      return stop;
    }
    const shown = text.length > 2 && /\s::$/.test(text) ? text.slice(0, -2).trimEnd() : text.slice(0, -1);
    if (shown !== ':') blocks.push({ type: 'paragraph', children: this.#inline(shown, at) });
    return this.#literal(blocks, stop, end, indent);
  }

  /** Reads a term with its indented explanation, and keeps it as a strong paragraph and a quote. */
  #definition({ blocks, end, indent, depth }: Body, at: number): number {
    const stop = this.#lines.nextOutside(at + 1, end, indent + 1);
    const term = this.#inline(this.#lines.at(at).trim(), at);
    blocks.push({ type: 'paragraph', children: term });
    blocks.push({ type: 'blockquote', children: this.body(at + 1, stop, depth + 1) });
    return stop;
  }

  #list({ blocks, end, indent, depth }: Body, first: number, ordered: boolean): number {
    const items: ListItem[] = [];
    let at = first;
    while (at < end && this.#lines.indent(at) === indent) {
      const line = this.#lines.at(at);
      const marker = (ordered ? enumerator : bullet).exec(line.slice(indent, indent + 24))?.[0];
      if (marker === undefined) break;
      const stop = this.#lines.nextOutside(at + 1, end, indent + 1);
      items.push({ type: 'listItem', children: this.#item(at, stop, indent + marker.length, depth) });
      at = this.#lines.nextText(stop, end);
    }
    blocks.push({ type: 'list', ordered, children: items });
    return at;
  }

  #item(first: number, end: number, column: number, depth: number): Block[] {
    const head = this.#lines.at(first).slice(column).trimEnd();
    if (depth >= deepest) return this.#flat(first, end);
    // An item inside an item: `* - text`.
    if (bullet.test(head)) {
      const children = this.#item(first, end, column + (bullet.exec(head)?.[0].length ?? 1), depth + 1);
      return [{ type: 'list', ordered: false, children: [{ type: 'listItem', children }] }];
    }
    return [...this.hanging(first, end, column, depth + 1)];
  }

  #explicit({ blocks, end, indent, depth }: Body, at: number): number {
    const stop = this.#lines.nextOutside(at + 1, end, indent + 1);
    const text = this.#lines.at(at).slice(indent);
    const found = directive.exec(text);
    const name = found?.[1]?.toLowerCase();
    if (name !== undefined && admonitions.has(name)) {
      const rest = (found?.[2] ?? '').trimStart();
      const column = this.#lines.at(at).length - rest.length;
      const children =
        rest.trim() === '' ? this.body(at + 1, stop, depth + 1) : this.hanging(at, stop, column, depth + 1);
      // `admonitions` has only these kinds.
      blocks.push({ type: 'note', kind: name as Note['kind'], children });
      return stop;
    }
    if (name === 'code' || name === 'code-block' || name === 'sourcecode') {
      const lang = (found?.[2] ?? '').trim();
      const value = this.#verbatim(at + 1, stop);
      blocks.push(lang === '' ? { type: 'code', value } : { type: 'code', lang, value });
      return stop;
    }
    if (name === 'rubric') {
      blocks.push({ type: 'heading', depth: 4, children: this.#inline((found?.[2] ?? '').trimStart(), at) });
      return stop;
    }
    if (this.#lines.nextText(at + 1, stop) === stop && linkTarget.test(text)) return stop;
    this.#messages.add('unsupported-markup', `\`${text.slice(0, 40)}\``, { line: at + 1, column: indent + 1 });
    blocks.push({ type: 'code', value: [text, this.#verbatim(at + 1, stop)].filter(Boolean).join('\n') });
    return stop;
  }

  #literal(blocks: Block[], from: number, end: number, indent: number): number {
    const first = this.#lines.nextText(from, end);
    const stop = this.#lines.nextOutside(first, end, indent + 1);
    const value = this.#verbatim(first, stop);
    if (value !== '') blocks.push({ type: 'code', value });
    return stop;
  }

  /** The lines without their common indentation and without blank lines around them. */
  #verbatim(first: number, end: number): string {
    const base = this.#leastIndent(first, end);
    const out: string[] = [];
    for (let index = first; index < end; index++)
      out.push(this.#lines.indent(index) < 0 ? '' : this.#lines.at(index).slice(base));
    return out.join('\n').replace(/^\n+/, '').trimEnd();
  }

  /** Every line with text as a paragraph: for nesting that is too deep to have a meaning. */
  #flat(first: number, end: number): Block[] {
    const text = this.#join(first, end);
    return text === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: text }] }];
  }

  #join(first: number, end: number): string {
    const out: string[] = [];
    for (let index = first; index < end; index++) {
      const line = this.#lines.at(index).trim();
      if (line !== '') out.push(line);
    }
    return out.join(' ');
  }

  #inline(text: string, line: number): readonly Inline[] {
    if (this.#plain) return text === '' ? [] : [{ type: 'text', value: text }];
    return parseInline(
      text,
      (offset, markup) =>
        this.#messages.add('unclosed-markup', `\`${markup}\``, {
          line: line + 1,
          column: Math.max(this.#lines.indent(line), 0) + offset + 1,
        }),
      (name) => this.#lines.links.of(name),
    );
  }

  /** An enumerator starts an item only if the next line is blank, indented, or another item. */
  #startsItem(at: number, end: number, indent: number): boolean {
    if (at + 1 >= end) return true;
    const next = this.#lines.indent(at + 1);
    if (next < 0 || next > indent) return true;
    return next === indent && enumerator.test(this.#lines.at(at + 1).slice(indent, indent + 24));
  }

  /** Whether the range has no line that starts a list or a directive. */
  #isPlain(first: number, end: number): boolean {
    for (let index = first; index < end; index++) {
      const text = this.#lines.at(index).trimStart();
      if (bullet.test(text) || explicit.test(text)) return false;
    }
    return true;
  }

  #leastIndent(first: number, end: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let index = first; index < end && least > 0; index++) {
      const indent = this.#lines.indent(index);
      if (indent !== -1) least = Math.min(least, indent);
    }
    return Number.isFinite(least) ? least : 0;
  }
}

const isBulletCode = (code: number) => code === 42 || code === 43 || code === 45 || code >= 8226;
const isWordCode = (code: number) =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 35;
