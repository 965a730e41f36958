/** botocore's `.changes/<version>.json`: the entries of one release. The name of the file states the version. */

import { linesOf } from '../lines.ts';
import { type Messages, quote } from '../messages.ts';
import { isRecord } from '../models/botocore.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import type { Document, ParsedNote } from '../result.ts';

/** `1.40.73` of `.changes/1.40.73.json`; `next-release` and other names are not versions. */
const versionName = /(?:^|[/:])(\d+\.\d[a-z0-9.]*)\.json$/;

/** Reads the entries of one release. */
export function parseBotocoreChanges(document: Document, messages: Messages): readonly ParsedNote[] {
  let entries: unknown;
  try {
    entries = JSON.parse(document.text);
  } catch (error) {
    messages.add(
      'unreadable-note',
      `text that is no JSON (${error instanceof Error ? error.message : String(error)})`,
      { line: 1, column: 1 },
    );
    return [];
  }
  const version = versionName.exec(document.name)?.[1] ?? null;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown): ParsedNote[] => {
    if (!isRecord(entry) || typeof entry.description !== 'string') {
      const what = isRecord(entry)
        ? `entry of ${quote(Object.keys(entry).join(', '))}`
        : `entry of type ${typeof entry}`;
      messages.add('unreadable-note', what, { line: 1, column: 1 });
      return [];
    }
    return [
      {
        version,
        date: null,
        category: typeof entry.type === 'string' ? entry.type : null,
        service: typeof entry.category === 'string' ? entry.category.replace(/^``|``$/g, '') : null,
        text: parseBlocks({
          lines: linesOf(entry.description),
          messages,
          first: 0,
          end: entry.description.split('\n').length,
        }),
      },
    ];
  });
}
