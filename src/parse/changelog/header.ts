/** The header line of a changelog page: day, service, and how many operations it shows. */
import { counted } from '../../model/index.ts';
import { type Messages, type Point, quote } from '../messages.ts';

/**
 *     > | 2025/11/13 - Elastic Load Balancing - 9 updated api methods
 *         ^
 */
const header = /^(\d{4}\/\d{2}\/\d{2}) - (.+) - (?:(\d+) new)? ?(?:(\d+) updated)? ?api methods$/;

const headerEnd = 'methods';

export interface Header {
  /** As the page states it: the calendar may not have it. */
  readonly date: string;
  readonly title: string;
  /** How many new and updated operations the page states. */
  readonly added: number;
  readonly updated: number;
}

/** Reads a header; undefined if the line is not one. */
export function parseHeader(line: string): Header | undefined {
  const found = header.exec(line.replace(/\s+/g, ' ').trim());
  if (found === null) return undefined;
  return {
    date: (found[1] as string).replaceAll('/', '-'),
    title: found[2] as string,
    added: Number(found[3] ?? 0),
    updated: Number(found[4] ?? 0),
  };
}

/** Whether a header is of another page. A page may show its own header twice. */
export function isOtherPage(one: Header, other: Header): boolean {
  return one.date !== other.date || one.title !== other.title;
}

/** Another page in the same file is not read: it may be of another day. */
export function sayNextPage(messages: Messages, line: string, at: Point): void {
  messages.add('unexpected-text', `another page, ${quote(line)}`, at, 'a file for each page');
}

/**
 * The lines of the first page of a text. Other pages follow if several were put into one file: a message says where the
 * second one begins.
 */
export function firstPage(text: string, messages: Messages): string {
  let first: Header | undefined;
  for (let at = text.indexOf(headerEnd); at !== -1; ) {
    const index = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const line = text.slice(index, end === -1 ? text.length : end);
    at = end === -1 ? -1 : text.indexOf(headerEnd, end);
    const header = /^[ \t]*\d/.test(line) ? parseHeader(line) : undefined;
    if (header === undefined) continue;
    first ??= header;
    if (!isOtherPage(header, first)) continue;
    const above = text.slice(0, index);
    sayNextPage(messages, line, { line: above.split('\n').length, column: line.search(/\S/) + 1 });
    // The title stands above the header.
    const title = above.trimEnd();
    const start = title.lastIndexOf('\n') + 1;
    return title.slice(start).trim() === header.title ? text.slice(0, start) : above;
  }
  return text;
}

/** A page with fewer operations than its header states has broken off: this is said at its end. */
export function checkCount(
  { added, updated }: Pick<Header, 'added' | 'updated'>,
  operations: number,
  messages: Messages,
  lastLine: number,
): void {
  const stated = added + updated;
  if (stated > operations)
    messages.add(
      'unexpected-end',
      counted(operations, 'operation'),
      { line: lastLine, column: 1 },
      `${stated}, as the page’s header says`,
    );
}

/** Whether a text has such a header near its beginning. */
export function hasHeader(text: string): boolean {
  return /^[ \t]*\d{4}\/\d{2}\/\d{2} - .+ - (?:\d+ new\s*)?(?:\d+ updated\s*)?api methods[ \t]*$/m.test(
    text.slice(0, 20_000),
  );
}
