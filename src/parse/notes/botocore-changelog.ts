/** botocore's `CHANGELOG.rst`: versions as underlined titles, each with a list `* category:``service``: words`. */
import { linesOf } from '../lines.ts';
import { type Messages, type Point, quote } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import type { ParsedNote } from '../result.ts';
import { dayOf, statedDay } from '../text/day.ts';
import type { TextPart } from '../text-part.ts';

const underline = /^(?:=+|([-~^"'`#*+:._])\1{2,})\s*$/;
const title = /^v?(\d+\.\d\S*)(?:\s+(\S.*))?$/;

/**
 *     > | * api-change:``elbv2``: Adds a protocol.
 *         ^
 */
const entry = /^\* ([\w-]+)(?::\s?(?:``([^`]*)``|([\w.-]+(?: [\w.-]+)?)))?:\s+/;

/** Whether a text is such a changelog. */
export function isBotocoreChangelog(text: string): boolean {
  return /^v?\d+\.\d[^\n]*\n=+[ \t]*$/m.test(text);
}

/** Reads every note with its version. */
export function parseBotocoreChangelog(text: string, messages: Messages): readonly ParsedNote[] {
  const lines = linesOf(text);
  const notes: ParsedNote[] = [];
  let version: string | null = null;
  let date: string | null = null;
  let isBegun = false;
  // The first line that is not read yet.
  let next = 0;
  for (const at of lines.indexes()) {
    if (at < next) continue;
    const line = lines.at(at);
    const titled = underline.test(lines.at(at + 1)) ? title.exec(line.trim()) : null;
    if (titled !== null) {
      version = titled[1] as string;
      date = dayBehind(titled[2], messages, { line: at + 1, column: 1 });
      isBegun = true;
      next = at + 2;
      continue;
    }
    if (!line.startsWith('* ')) {
      if (!isBegun || line.trim() === '' || /^[=~-]+$/.test(line.trim())) continue;
      if (/^==+\s*$/.test(lines.at(at + 1))) {
        // What follows is not of the release above.
        [version, date] = [null, null];
        messages.add('unreadable-note', quote(line), { line: at + 1, column: 1 }, 'a version in the heading');
      } else messages.add('unreadable-note', quote(line), { line: at + 1, column: 1 });
      continue;
    }
    const end = lines.nextOutside(at + 1, lines.count, 1);
    notes.push(readEntry({ lines, messages, first: at, end }, { version, date }));
    next = end;
  }
  return notes;
}

/** The day, or the month, that stands behind a version, in brackets or not. */
function dayBehind(words: string | undefined, messages: Messages, at: Point): string | null {
  if (words === undefined) return null;
  const iso = statedDay(words)?.iso;
  if (iso === undefined) messages.add('unknown-day', quote(words), at, 'a day as 2025-11-13');
  return dayOf(iso, messages, at);
}

function readEntry(
  part: Omit<TextPart, 'ledger'>,
  { version, date }: Pick<ParsedNote, 'version' | 'date'>,
): ParsedNote {
  const found = entry.exec(part.lines.at(part.first));
  const column = found === null ? 2 : found[0].length;
  return {
    version,
    date,
    category: found?.[1] ?? null,
    service: found?.[2]?.trim() ?? found?.[3] ?? null,
    text: parseBlocks(part, { hanging: column }),
  };
}
