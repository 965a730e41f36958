/** The common parts of both text layouts of a changelog page: the head of the page, and the end of its reading. */

import type { Prose } from '../../model/index.ts';
import { linesPoint } from '../build/points.ts';
import type { Positions } from '../build/service-builder.ts';
import { quote } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import { dayOf } from '../text/day.ts';
import type { TextReading } from '../text-part.ts';
import { checkCount, parseHeader } from './header.ts';
import { type PageOperation, type ReadPage, readPage } from './page.ts';

/** A page after reading, with its date, its notes and its account of lines. */
export interface ChangelogResult extends ReadPage {
  readonly date: string | null;
  readonly notes: readonly Prose[];
  readonly boilerplate: Readonly<Record<string, number>>;
}

/** The head of a page. */
export interface PageHead {
  readonly title: string | undefined;
  readonly date: string | null;
  readonly notes: Prose[];
  /** How many new and updated operations the page states. */
  readonly added: number;
  readonly updated: number;
  /** The line after the head. */
  readonly behind: number;
}

/** The title, the header line and the team's note. */
export function readHead({ lines, ledger, messages }: TextReading, end: number): PageHead {
  let at = 0;
  let header: ReturnType<typeof parseHeader>;
  for (; at < end && header === undefined; at++) header = parseHeader(lines.at(at));
  if (header === undefined) return { title: undefined, date: null, notes: [], added: 0, updated: 0, behind: 0 };
  ledger.use(at - 1);
  // Only the title stands above the header line.
  for (let above = 0; above < at - 1; above++) if (lines.at(above).trim() === header.title) ledger.use(above);
  const notes: Prose[] = [];
  let behind = at;
  for (let line = at; line < end; line++) {
    if (lines.indent(line) < 0) continue;
    const found = /^Changes\s+(?!\((?:request|response|both))(\S.*)$/.exec(lines.at(line));
    if (found === null) break;
    notes.push(
      parseBlocks(
        { lines, messages, first: line, end: line + 1 },
        { hanging: lines.at(line).length - (found[1] as string).length, plain: true },
      ),
    );
    ledger.use(line);
    behind = line + 1;
  }
  const date = dayOf(header.date, messages, { line: at, column: Math.max(lines.indent(at - 1), 0) + 1 });
  return { title: header.title, date, notes, added: header.added, updated: header.updated, behind };
}

/** Ends the reading of a page: missing and unused parts become messages, and the rest becomes a model. */
export function finishTextPage(
  { lines, ledger, messages }: TextReading,
  positions: Positions | undefined,
  head: PageHead,
  operations: readonly PageOperation[],
): ChangelogResult {
  checkCount(head, operations.length, messages, lines.count);
  const { title, date, notes } = head;
  const pointOf = (offset: number) => linesPoint(lines, offset);
  const page = readPage(
    { title, uid: undefined, date, notes, serviceAdded: false, operations, pointOf },
    messages,
    positions,
  );
  for (const gap of ledger.gaps()) {
    const column = Math.max(lines.indent(gap.first), 0) + 1;
    messages.add('unexpected-text', quote(lines.at(gap.first)), { line: gap.first + 1, column });
  }
  return { ...page, date, notes, boilerplate: ledger.boilerplate() };
}
