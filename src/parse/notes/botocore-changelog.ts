/** botocore's `CHANGELOG.rst`: versions as underlined titles, each with a list `* category:``service``: words`. */
import { linesOf } from '../lines.ts';
import { type Messages, quote } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import type { ParsedNote } from '../result.ts';
import { dayOf } from '../text/day.ts';
import type { TextPart } from '../text-part.ts';

const underline = /^=+\s*$/;
const title = /^v?(\d+\.\d\S*)(?:\s+\((\d{4}-\d{2}-\d{2})\))?$/;

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
  // The first line that is not read yet.
  let next = 0;
  for (const at of lines.indexes()) {
    if (at < next) continue;
    const line = lines.at(at);
    const titled = lines.firstCode(at + 1) === 61 && underline.test(lines.at(at + 1)) ? title.exec(line.trim()) : null;
    if (titled !== null) {
      version = titled[1] as string;
      date = dayOf(titled[2], messages, { line: at + 1, column: 1 });
      next = at + 2;
      continue;
    }
    if (!line.startsWith('* ')) {
      if (version !== null && line.trim() !== '' && !/^[=~-]+$/.test(line.trim()))
        messages.add('unreadable-note', quote(line), { line: at + 1, column: 1 });
      continue;
    }
    const end = lines.nextOutside(at + 1, lines.count, 1);
    notes.push(readEntry({ lines, messages, first: at, end }, { version, date }));
    next = end;
  }
  return notes;
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
    service: found?.[2] ?? found?.[3] ?? null,
    text: parseBlocks(part, { hanging: column }),
  };
}
