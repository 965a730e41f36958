/** Release notes: botocore's `CHANGELOG.rst` and `.changes`, and Markdown changelogs. */
import { append } from '../../../model/index.ts';
import { parseNotes } from '../../notes/parse-notes.ts';
import type { Document, ParsedNote, ParseResult } from '../../result.ts';
import type { Dialect } from '../dialect.ts';
import type { Reading } from '../reading.ts';
import type { Sample } from '../sample.ts';
import { botocoreReleases } from '../service-model/releases.ts';
import { releaseNoteFiles } from './files.ts';

export const releaseNotes: Dialect<'release-notes'> = {
  id: 'release-notes',
  label: 'release notes',
  lookedFor:
    'release notes: a version as a heading with a list below it, or JSON entries with `category` and `description`',
  isWrittenIn,
  parse: parseDocuments,
  facts: { always: [], sometimes: [] },
  richness: 10,
  files: releaseNoteFiles,
  package: null,
  repository: null,
  releases: botocoreReleases,
};

function isWrittenIn({ form, head }: Sample): boolean {
  if (form === 'json-list') return /"category"\s*:/.test(head) && /"description"\s*:/.test(head);
  if (form !== 'text') return false;
  // botocore's: a version, underlined, and entries with their category.
  if (/^v?\d+\.\d\S*\r?\n=+[ \t]*$/m.test(head) && /^\* /m.test(head)) return true;
  // Markdown: a version or a dated release as a heading.
  return /^#{1,4}\s+(?:\[?v?\d+\.\d+\.\d+|Release \(\d{4}-\d{2}-\d{2}\)|\[Unreleased\])/im.test(head);
}

function parseDocuments(documents: readonly Document[], reading: Reading): ParseResult {
  const notes: ParsedNote[] = [];
  for (const { name, text, messages } of reading.opened(documents)) append(notes, parseNotes({ name, text }, messages));
  return reading.result({ notes });
}
