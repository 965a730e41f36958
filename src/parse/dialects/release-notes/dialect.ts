/** Release notes: botocore's `CHANGELOG.rst` and `.changes`, and Markdown changelogs. */
import { append, botocoreOfBoto3 } from '../../../model/index.ts';
import { areBoto3s, unmarked } from '../../notes/boto3-notes.ts';
import { hasDayHeading } from '../../notes/day-heading.ts';
import { parseNotes } from '../../notes/parse-notes.ts';
import type { Document, ParsedNote, ParseResult } from '../../result.ts';
import type { Dialect } from '../dialect.ts';
import type { Reading } from '../reading.ts';
import type { Sample } from '../sample.ts';
import { releaseNoteFiles } from './files.ts';
import { releaseNotesName } from './name.ts';

export const releaseNotes: Dialect<'release-notes'> = {
  ...releaseNotesName,
  lookedFor:
    'release notes: a version or a day as a heading with a list below it, or JSON entries with `category` and `description`',
  isWrittenIn,
  parse: parseDocuments,
  facts: { always: [], sometimes: [] },
  files: releaseNoteFiles,
  package: null,
  repository: null,
};

/** A version with an underline. Of words behind it only those with a year, which a chapter `1.1 Overview` has not. */
const underlinedVersion = /^v?\d+\.\d\S{0,40}(?:[^\n]{0,40}\b(?:19|20)\d\d\b[^\n]{0,12})?\r?\n=+[ \t]*$/m;

function isWrittenIn({ form, head }: Sample): boolean {
  if (form === 'json-list') return /"category"\s*:/.test(head) && /"description"\s*:/.test(head);
  if (form !== 'text') return false;
  // botocore: a version with an underline, and entries with their category.
  if (underlinedVersion.test(head) && /^\* /m.test(head)) return true;
  // Markdown: a heading with a version, or with a day alone.
  return /^#{1,4}\s+(?:\[?v?\d+\.\d+\.\d+|\[Unreleased\])/im.test(head) || hasDayHeading(head);
}

/** The note with the version of botocore that the release of boto3 was made with; null if it is unknown. */
function atBotocore(note: ParsedNote): ParsedNote {
  return note.version === null ? note : { ...note, version: botocoreOfBoto3(note.version) ?? null };
}

function parseDocuments(documents: readonly Document[], reading: Reading): ParseResult {
  const notes: ParsedNote[] = [];
  for (const { name, text, messages } of reading.opened(documents, 'kept'))
    append(notes, parseNotes({ name, text }, messages));
  return areBoto3s(notes)
    ? reading.result({ notes: notes.map(unmarked).map(atBotocore), numbering: 'boto3' })
    : reading.result({ notes });
}
