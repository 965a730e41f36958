/** Prints the data of a page so that a person can read it: what it says and where it leads, and nothing of how it looks. */

/** One line for each thing said. What is null, empty or false is not said, and so not printed. */
export function outlineOf(page: object): string {
  return `${linesOf(page, '').join('\n')}\n`;
}

function linesOf(value: object, indent: string): readonly string[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (isNothing(inner) || frame.has(name)) return [];
    const line = oneLine(inner);
    if (line !== null) return [`${indent}${name}: ${textOf(line).replaceAll('\n', `\n${indent}    `)}`];
    if (Array.isArray(inner)) return [`${indent}${name}:`, ...itemsOf(inner, indent)];
    const lines = linesOf(inner as object, `${indent}  `);
    return lines.length === 0 ? [] : [`${indent}${name}:`, ...lines];
  });
}

function itemsOf(list: readonly unknown[], indent: string): readonly string[] {
  const more = list.length - mostItems;
  return [
    ...list.slice(0, mostItems).flatMap((item) => {
      const line = oneLine(item);
      if (line !== null) return [`${indent}  - ${line}`];
      const [first = '', ...rest] = linesOf(item as object, `${indent}    `);
      return [`${indent}  - ${first.trimStart()}`, ...rest];
    }),
    ...(more > 0 ? [`${indent}  … ${more} more`] : []),
  ];
}

function textOf(text: string): string {
  const lines = text.split('\n');
  const more = lines.length - mostLines;
  return more > 0 ? [...lines.slice(0, mostLines), `… ${more} more lines`].join('\n') : text;
}

/** Null for what needs lines of its own. */
function oneLine(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Map) return `${value.size} entries`;
  if (!Array.isArray(value)) return glyphLine(value) ?? linkLine(value);
  if (value.every((item) => typeof item === 'string')) return value.join(' | ');
  return value.every(isSpan) ? value.map(spanText).join('') : null;
}

/** A glyph is its sign; how often it stands there comes after it. */
function glyphLine(value: object): string | null {
  if ('sign' in value) return String(value.sign);
  const { glyph, words, count } = value as { glyph?: { sign: string }; words?: unknown; count?: unknown };
  return glyph === undefined || count === undefined ? null : `${glyph.sign} ${String(count)} ${String(words)}`;
}

/** A link is one line, whatever its words are called. */
function linkLine(value: object): string | null {
  const entries = Object.entries(value);
  const isLink = 'url' in value && entries.every(([, inner]) => typeof inner !== 'object' || inner === null);
  if (!isLink) return null;
  const words = entries.filter(([name, inner]) => name !== 'url' && !isNothing(inner));
  return `${words.map(([name, inner]) => (inner === true ? name : String(inner))).join(' · ')} → ${String(value.url)}`;
}

interface Piece {
  readonly text: string;
  readonly code?: boolean;
  /** Of a line of a diff. */
  readonly op?: string;
}

function spanText({ text, code, op }: Piece): string {
  if (op !== undefined) return `\n${op} ${text}`;
  return code === true ? `\`${text}\`` : text;
}

function isSpan(value: unknown): value is Piece {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** What stands around every page in the same way; `pages.test.ts` and the page of feeds have it. */
const frame = new Set(['links', 'nav', 'feeds', 'about', 'picture']);

const mostItems = 8;
const mostLines = 40;
