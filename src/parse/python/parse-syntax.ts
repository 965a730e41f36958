/** Parses request and response syntax: a recursive descent over Python literals that never throws and gives offsets. */
import { CharacterReader } from './character-reader.ts';
import { codes, isDigit, isNameStart, isSpace, openings, quotes } from './characters.ts';
import { type EntryNode, keyText, type ParsedSyntax, type SyntaxNode, type SyntaxProblem } from './syntax-tree.ts';

/** Brackets that nest deeper than this are skipped: botocore's own nest less than 60 levels. */
const deepest = 400;
/** `'string' or {…}`: boto3's own spelling of alternatives. */
const alternative = 'or {';

/**
 * Parses one literal or call that starts at `start`. The caller reads the text after it, up to `end`. Follows the
 * output of botocore (`botocore/docs/example.py`), not Python: strings have no escapes, so a quotation mark ends a
 * string only if a delimiter follows.
 */
export function parseSyntax(text: string, start = 0, end: number = text.length): ParsedSyntax {
  const reader = new Reader(text, start, end);
  const node = reader.statement();
  return { node, end: reader.at, problems: reader.problems };
}

class Reader extends CharacterReader {
  readonly problems: SyntaxProblem[] = [];
  #depth = 0;
  #cut = false;

  /** A value, or an assignment of one: `response = client.describe(…)`. */
  statement(): SyntaxNode | null {
    this.skipSpace();
    const before = this.at;
    if (isNameStart(this.code())) {
      this.readName();
      this.skipSpace();
      if (this.code() === codes.equals && this.code(this.at + 1) !== codes.equals) {
        this.at++;
        this.skipSpace();
        return this.#value();
      }
      this.at = before;
    }
    return this.#value();
  }

  #value(): SyntaxNode | null {
    const first = this.#single();
    if (first === null) return null;
    this.skipSpace();
    if (this.code() !== codes.bar && !this.startsWith(alternative, this.at)) return first;
    const options: SyntaxNode[] = [first];
    let end = first.end;
    while (this.code() === codes.bar || this.startsWith(alternative, this.at)) {
      this.at += this.code() === codes.bar ? 1 : 2;
      this.skipSpace();
      const option = this.#single();
      end = option?.end ?? this.at;
      if (option === null) break;
      options.push(option);
      this.skipSpace();
    }
    return { type: 'alternatives', options, start: first.start, end };
  }

  #single(): SyntaxNode | null {
    this.skipSpace();
    const start = this.at;
    const code = this.code();
    if (quotes.has(code)) {
      const value = this.#strings();
      // If the text ends inside a string, its beginning is not a value.
      return this.#cut ? null : { type: 'string', value, start, end: this.at };
    }
    if (code === codes.openRound) return this.#list(start, ')');
    if (code === codes.letterB && quotes.has(this.code(start + 1))) {
      this.at++;
      this.#string();
      return { type: 'bytes', start, end: this.at };
    }
    if (code === codes.openCurly) return this.#dict(start);
    if (code === codes.openSquare) return this.#list(start);
    if (isDigit(code) || (code === codes.minus && isDigit(this.code(start + 1)))) return this.#number(start);
    if (code === codes.dot && this.startsWith('...', start)) {
      this.at += 3;
      return { type: 'ellipsis', start, end: this.at };
    }
    if (isNameStart(code)) return this.#nameOrCall(start);
    this.#problem(start >= this.end ? 'end' : 'syntax', start, 'a value');
    return null;
  }

  #dict(start: number): SyntaxNode {
    const entries: EntryNode[] = [];
    const values: SyntaxNode[] = [];
    this.#inside('}', () => {
      const at = this.at;
      const key = this.#value();
      if (key === null) return false;
      this.skipSpace();
      if (this.code() !== codes.colon) {
        values.push(key);
        return true;
      }
      this.at++;
      this.skipSpace();
      const value = this.#value();
      entries.push({ type: 'entry', key: keyText(key), value, start: at, end: this.at });
      return value !== null;
    });
    return { type: 'dict', entries, values, start, end: this.at };
  }

  /** `[…]`; also `()`, which changelog pages print for a shape that contains itself. */
  #list(start: number, close = ']'): SyntaxNode {
    const items: SyntaxNode[] = [];
    this.#inside(close, () => {
      const item = this.#value();
      if (item !== null) items.push(item);
      return item !== null;
    });
    return { type: 'list', items, start, end: this.at };
  }

  #nameOrCall(start: number): SyntaxNode {
    const name = this.readName();
    if (this.code() !== codes.openRound) return { type: 'name', value: name, start, end: this.at };
    const entries: EntryNode[] = [];
    const values: SyntaxNode[] = [];
    this.#inside(')', () => {
      const at = this.at;
      if (isNameStart(this.code())) {
        const key = this.readName();
        this.skipSpace();
        if (this.code() === codes.equals) {
          this.at++;
          this.skipSpace();
          const value = this.#value();
          entries.push({ type: 'entry', key, value, start: at, end: this.at });
          return value !== null;
        }
        this.at = at;
      }
      const value = this.#value();
      if (value !== null) values.push(value);
      return value !== null;
    });
    return { type: 'call', name, entries, values, start, end: this.at };
  }

  /** Reads the parts between brackets, separated by commas; skips text that cannot be a part. */
  #inside(close: string, part: () => boolean): void {
    const closing = close.charCodeAt(0);
    const opened = this.at;
    this.at++;
    if (this.#depth >= deepest) {
      this.#problem('depth', opened, 'at most 400 levels');
      this.#skipBrackets();
      return;
    }
    this.#depth++;
    while (true) {
      this.skipSpace();
      if (this.at >= this.end) {
        this.#problem('end', this.at, `\`${close}\``);
        break;
      }
      if (this.code() === closing) {
        this.at++;
        break;
      }
      const before = this.at;
      const whole = part();
      this.skipSpace();
      if (this.code() === codes.comma) {
        this.at++;
        continue;
      }
      if (this.code() === closing || this.at >= this.end) continue;
      if (whole || this.at === before) {
        this.#problem('syntax', this.at, `\`,\` or \`${close}\``);
        this.at++;
        this.#recover(closing);
      }
    }
    this.#depth--;
  }

  /** After an error: skips to the next comma, to the end of the line, or to the closing bracket. */
  #recover(closing: number): void {
    while (this.at < this.end) {
      const code = this.code();
      if (code === closing || code === codes.comma || code === codes.lineFeed) return;
      this.at++;
    }
  }

  /** Skips brackets that nest too deep, in one step. */
  #skipBrackets(): void {
    let open = 1;
    while (this.at < this.end && open > 0) {
      const char = this.text[this.at] as string;
      if (openings.has(char)) open++;
      else if (char === ')' || char === ']' || char === '}') open--;
      this.at++;
    }
  }

  /** `'A | B | ' 'C'`: Python's `pprint` cuts a long string after a space, and the pieces are one string. */
  #strings(): string {
    const pieces = [this.#string()];
    while (pieces.at(-1)?.endsWith(' ')) {
      const before = this.at;
      this.skipSpace();
      if (this.at === before || this.code() !== codes.quote) {
        this.at = before;
        break;
      }
      pieces.push(this.#string());
    }
    return pieces.length === 1 ? (pieces[0] as string) : pieces.join('');
  }

  /** A string ends on its line: botocore never breaks one, and a lost quotation mark must not affect other lines. */
  #string(): string {
    const opening = this.text.charCodeAt(this.at);
    const mark = quotes.get(opening) ?? opening;
    const first = this.at + 1;
    let at = first;
    while (at < this.end) {
      const code = this.text.charCodeAt(at);
      if (code === codes.lineFeed) break;
      if (code === mark && this.#delimits(at + 1)) {
        this.at = at + 1;
        return this.text.slice(first, at);
      }
      at++;
    }
    // An editor ends the last line, wherever in it the text breaks off.
    const isLast = at >= this.end || (this.#depth > 0 && this.#isBlank(at));
    this.#cut ||= isLast;
    this.#problem(isLast ? 'end' : 'syntax', first - 1, 'the end of the string');
    this.at = isLast ? this.end : at;
    return this.text.slice(first, at);
  }

  /** Whether nothing but white space follows. */
  #isBlank(at: number): boolean {
    let next = at;
    while (isSpace(this.code(next))) next++;
    return next >= this.end;
  }

  /** Whether a quotation mark may end a string before `at`. */
  #delimits(at: number): boolean {
    let next = at;
    while (isSpace(this.code(next))) next++;
    if (next >= this.end) return true;
    const code = this.text.charCodeAt(next);
    if (
      code === codes.bar ||
      code === codes.comma ||
      code === codes.closeRound ||
      code === codes.closeSquare ||
      code === codes.closeCurly ||
      code === codes.colon
    )
      return true;
    // Another piece of the same string follows.
    if (code === codes.quote && next > at && this.text.charCodeAt(at - 2) === codes.space) return true;
    return this.startsWith(alternative, next);
  }

  #number(start: number): SyntaxNode {
    let float = false;
    if (this.code() === codes.minus) this.at++;
    while (isDigit(this.code()) || this.code() === codes.dot) {
      float ||= this.code() === codes.dot;
      this.at++;
    }
    return { type: float ? 'float' : 'integer', start, end: this.at };
  }

  #problem(kind: SyntaxProblem['kind'], offset: number, expected: string): void {
    // Every bracket that is still open would report the same.
    if (kind === 'end' && this.problems.at(-1)?.kind === 'end') return;
    // `split` always gives a first part.
    const line = this.text.slice(offset, Math.min(offset + 20, this.end)).split('\n', 1)[0] as string;
    const actual = kind === 'end' ? 'end' : kind === 'depth' ? 'nesting' : line;
    if (this.problems.length < 100) this.problems.push({ kind, offset, actual, expected });
  }
}
