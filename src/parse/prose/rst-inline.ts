/** Reads inline markup of RST: literals, emphasis, links, roles. All other text stays unchanged. */
import type { Inline } from '../../model/index.ts';

/** Reports that markup was opened at an offset of the text and never closed. */
export type OnUnclosed = (offset: number, markup: string) => void;
/** The address that the text gives to a name elsewhere. */
export type AddressOf = (name: string) => string | undefined;

const special = /[*`\\|_]|https?:\/\//;
/** The first character of markup. A bare URL is rare: its first letter is searched only in a text that has one. */
const mark = /[*`\\:]/g;
const markOrUrl = /[*`\\:]|h(?=ttps?:\/\/)/g;
/** Within ASCII, the characters that the specification names; beyond it, the punctuation that docutils accepts. */
const precedes = characterTest(/[\s'"([{<\-/:]/, /[\s\p{Ps}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u);
const follows = characterTest(/[\s'")\]}>\-/\\:.,;!?]/, /[\s\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u);
const isSpace = characterTest(/\s/, /\s/);
const roleStart = /:([A-Za-z]\w*(?:[:+.-]\w+)*):`/y;
/** docutils reads emphasis inside an address first, and so does this. */
const bareUrl = /https?:\/\/[^\s<>"'`\\|^{}*]*[^\s<>"'`\\|^{}.,;:!?)\]*_]/y;
const closers: Readonly<Record<string, string>> = { "'": "'", '"': '"', '(': ')', '[': ']', '{': '}', '<': '>' };

/**
 * Reads the inline markup of one paragraph.
 *
 * Follows the recognition rules of the reStructuredText specification, “Inline markup”.
 */
export function parseInline(text: string, onUnclosed?: OnUnclosed, addressOf?: AddressOf): readonly Inline[] {
  if (!special.test(text)) return text === '' ? [] : [{ type: 'text', value: text }];
  return new InlineReader(text, onUnclosed, addressOf).read();
}

class InlineReader {
  readonly #text: string;
  readonly #unclosed: OnUnclosed | undefined;
  readonly #addressOf: AddressOf | undefined;
  readonly #out: Inline[] = [];
  /**
   * Markup without an end after this offset: remembered, so that unclosed markup takes linear time. Most texts have none,
   * and a map for each of them would be most of what is allocated here.
   */
  #noEnd: Map<string, number> | undefined;
  #plain = '';

  constructor(text: string, onUnclosed: OnUnclosed | undefined, addressOf: AddressOf | undefined) {
    this.#text = text;
    this.#unclosed = onUnclosed;
    this.#addressOf = addressOf;
  }

  read(): readonly Inline[] {
    const text = this.#text;
    let at = 0;
    let plainFrom = 0;
    const next = text.includes('://') ? markOrUrl : mark;
    while (true) {
      next.lastIndex = at;
      if (!next.test(text)) break;
      at = next.lastIndex - 1;
      const end = this.#construct(at, text[at] as string, plainFrom);
      if (end === at) {
        at++;
        continue;
      }
      plainFrom = end;
      at = end;
    }
    this.#plain += text.slice(plainFrom);
    this.#flush();
    return this.#out;
  }

  /** Tries every construct that starts with `char` at `at`; returns the offset after it, or `at` if there is none. */
  #construct(at: number, char: string, plainFrom: number): number {
    const before = () => {
      this.#plain += this.#text.slice(plainFrom, at);
    };
    if (char === '\\') {
      before();
      const escaped = this.#text[at + 1] ?? '';
      if (escaped !== '' && !isSpace(escaped)) this.#plain += escaped;
      return Math.min(at + 2, this.#text.length);
    }
    if (char === 'h') return this.#url(at, before);
    if (!this.#opens(at)) return at;
    if (char === ':') return this.#role(at, before);
    if (char === '*') {
      if (this.#text.startsWith('**', at)) return this.#marked(at, '**', 'strong', before);
      return this.#marked(at, '*', 'emphasis', before);
    }
    if (this.#text.startsWith('``', at)) return this.#literal(at, before);
    return this.#interpreted(at, at + 1, before);
  }

  /** Whether markup may start here, according to the character before it. */
  #opens(at: number): boolean {
    return at === 0 || precedes(this.#text[at - 1] as string);
  }

  /** Whether the start of markup stands in quotes, `"*"`, and so does not count as markup. */
  #quoted(at: number, length: number): boolean {
    const open = at === 0 ? undefined : closers[this.#text[at - 1] as string];
    return open !== undefined && this.#text[at + length] === open;
  }

  /** The offset of the markup's end, or -1. */
  #end(markup: string, from: number, escapes: boolean): number {
    const none = this.#noEnd?.get(markup);
    if (none !== undefined && from >= none) return -1;
    let at = from;
    while (true) {
      at = this.#text.indexOf(markup, at);
      if (at === -1) {
        this.#noEnd ??= new Map();
        this.#noEnd.set(markup, from);
        return -1;
      }
      const before = this.#text[at - 1] ?? ' ';
      const after = this.#text[at + markup.length];
      const closes = at > from - 1 && !isSpace(before) && !(escapes && before === '\\');
      if (closes && at > from && (after === undefined || follows(after) || (markup === '`' && after === '_')))
        return at;
      at++;
    }
  }

  #fits(at: number, length: number): boolean {
    const after = this.#text[at + length];
    return after !== undefined && !isSpace(after) && !this.#quoted(at, length);
  }

  #marked(at: number, markup: '*' | '**', type: 'emphasis' | 'strong', before: () => void): number {
    if (!this.#fits(at, markup.length)) return at;
    const end = this.#end(markup, at + markup.length, true);
    if (end < 0) {
      this.#unclosed?.(at, markup);
      return this.#keep(at, markup.length, before);
    }
    before();
    this.#push({
      type,
      children: [{ type: 'text', value: withoutEscapes(this.#text.slice(at + markup.length, end)) }],
    });
    return end + markup.length;
  }

  #literal(at: number, before: () => void): number {
    if (!this.#fits(at, 2)) return at;
    const end = this.#end('``', at + 2, false);
    if (end < 0) {
      this.#unclosed?.(at, '``');
      return this.#keep(at, 2, before);
    }
    // A run of more than two backticks ends the literal with its last two: ```a```` is code that ends in a backtick.
    let last = end;
    while (this.#text[last + 2] === '`') last++;
    before();
    this.#push({ type: 'inlineCode', value: this.#text.slice(at + 2, last) });
    return last + 2;
  }

  /** `:role:`text`` */
  #role(at: number, before: () => void): number {
    roleStart.lastIndex = at;
    const found = roleStart.exec(this.#text);
    if (found === null) return at;
    return this.#interpreted(at, roleStart.lastIndex, before, found[1] as string);
  }

  /** `` `text` ``, `` `text <url>`__ `` or the text of a role; `from` is the offset after the opening backtick. */
  #interpreted(at: number, from: number, before: () => void, role?: string): number {
    if (!this.#fits(from - 1, 1)) return at;
    const end = this.#end('`', from, true);
    if (end < 0) {
      this.#unclosed?.(at, '`');
      return this.#keep(at, from - at, before);
    }
    const inside = this.#text.slice(from, end);
    let behind = end + 1;
    while (this.#text[behind] === '_' && behind < end + 3) behind++;
    before();
    this.#push(role === undefined ? interpreted(inside, behind > end + 1, this.#addressOf) : roleNode(role, inside));
    return behind;
  }

  #url(at: number, before: () => void): number {
    if (at > 0 && /[\w.]/.test(this.#text[at - 1] as string)) return at;
    bareUrl.lastIndex = at;
    const found = bareUrl.exec(this.#text);
    if (found === null) return at;
    before();
    this.#push({ type: 'link', url: found[0], children: [{ type: 'text', value: found[0] }] });
    return bareUrl.lastIndex;
  }

  #keep(at: number, length: number, before: () => void): number {
    before();
    this.#plain += this.#text.slice(at, at + length);
    return at + length;
  }

  #push(node: Inline): void {
    this.#flush();
    this.#out.push(node);
  }

  #flush(): void {
    if (this.#plain !== '') this.#out.push({ type: 'text', value: this.#plain });
    this.#plain = '';
  }
}

/** A test of one character. Within ASCII the answers are known beforehand: they are asked for at every mark. */
function characterTest(ascii: RegExp, beyond: RegExp): (char: string) => boolean {
  const known = Array.from({ length: 128 }, (_, code) => ascii.test(String.fromCharCode(code)));
  return (char) => known[char.charCodeAt(0)] ?? beyond.test(char);
}

function interpreted(inside: string, reference: boolean, addressOf: AddressOf | undefined): Inline {
  const titled = titledTarget(inside);
  if (reference && titled !== undefined) {
    const url = titled.target.replace(/\s+/g, '').replace(/\\(.)/g, '$1');
    const label = withoutEscapes(titled.title) || url;
    return { type: 'link', url, children: [{ type: 'text', value: label }] };
  }
  const value = withoutEscapes(inside);
  const named = reference ? addressOf?.(inside) : undefined;
  if (named !== undefined) return { type: 'link', url: named, children: [{ type: 'text', value }] };
  return reference ? { type: 'text', value } : { type: 'emphasis', children: [{ type: 'text', value }] };
}

/** The text of Sphinx's roles: the title of `title <target>`, or the last part of `~a.b.c`, or the target itself. */
function roleNode(role: string, inside: string): Inline {
  const titled = titledTarget(inside);
  if (titled !== undefined) return { type: 'text', value: withoutEscapes(titled.title) };
  if (role === 'ref' || role === 'doc') return { type: 'text', value: withoutEscapes(inside) };
  if (inside.startsWith('~')) return { type: 'inlineCode', value: inside.slice(inside.lastIndexOf('.') + 1) };
  return { type: 'inlineCode', value: inside.startsWith('.') ? inside.slice(1) : inside };
}

/** `title <target>`; undefined if the text does not end in a target. */
function titledTarget(inside: string): { readonly title: string; readonly target: string } | undefined {
  const from = inside.lastIndexOf('<');
  if (from === -1 || !inside.endsWith('>')) return undefined;
  const target = inside.slice(from + 1, -1);
  return target === '' || target.includes('>') ? undefined : { title: inside.slice(0, from).trimEnd(), target };
}

function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\(\s|.)/g, (_, char: string) => (/\s/.test(char) ? '' : char)) : text;
}
