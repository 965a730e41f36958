/** Reads release notes in every known style: botocore's, and Markdown changelogs. */
import type { Messages } from '../messages.ts';
import type { Document, ParsedNote } from '../result.ts';
import { isBotocoreChangelog, parseBotocoreChangelog } from './botocore-changelog.ts';
import { parseBotocoreChanges } from './botocore-changes.ts';
import { parseMarkdownChangelog } from './markdown-changelog.ts';

/** Reads the notes of one document. */
export function parseNotes(document: Document, messages: Messages): readonly ParsedNote[] {
  const start = document.text.trimStart();
  if (start.startsWith('[')) return parseBotocoreChanges(document, messages);
  if (isBotocoreChangelog(document.text)) return parseBotocoreChangelog(document.text, messages);
  return parseMarkdownChangelog(document.text, messages);
}
