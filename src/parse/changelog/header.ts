/** The header line of a changelog page: day, service, and how many operations it shows. */
import { counted } from '../../model/index.ts';
import type { Messages } from '../messages.ts';

/**
 *     > | 2025/11/13 - Elastic Load Balancing - 9 updated api methods
 *         ^
 */
const header = /^(\d{4}\/\d{2}\/\d{2}) - (.+) - (?:(\d+) new)? ?(?:(\d+) updated)? ?api methods$/;

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
