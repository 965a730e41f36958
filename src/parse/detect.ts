/** Recognises the dialect of a document by what is in it, never by its name. */
import { hasHeader } from './changelog/header.ts';
import { isStructured } from './changelog/structured.ts';
import { isReferenceRst } from './reference/rst-page.ts';
import { isReferenceText } from './reference/text-document.ts';
import type { Dialect } from './result.ts';

/** One sentence for each thing that is looked for, for people whose document is none of them. */
export const lookedFor: readonly string[] = [
  'reference RST: a line `.. py:class::` or `.. py:method::`',
  'reference text: a line `class <Service>.Client`',
  'a changelog page, as text or HTML: a line `2025/11/13 - <Service> - 9 updated api methods`',
  'a botocore service model: JSON with `metadata`, `operations` and `shapes`',
  'release notes: a version as a heading with a list below it, or JSON entries with `category` and `description`',
];

/** The dialect of a document, or undefined. Its first 64 KB are enough. */
export function detectDialect(text: string): Dialect | undefined {
  const head = text.slice(0, 65_536);
  const start = head.trimStart();
  if (start.startsWith('{')) return isServiceModel(head) ? 'service-model' : undefined;
  if (start.startsWith('['))
    return /"category"\s*:/.test(head) && /"description"\s*:/.test(head) ? 'release-notes' : undefined;
  if (/^<(?:!doctype html|html)\b/i.test(start))
    return /\bapi\s+methods\b/.test(text) || /class="methods?-docs?"|<details id="/.test(text)
      ? 'changelog-html'
      : undefined;
  if (isReferenceRst(head)) return 'reference-rst';
  if (hasHeader(head)) return isStructured(text) ? 'changelog-text' : 'changelog-flat';
  if (isReferenceText(text.length > 200_000 ? text.slice(0, 200_000) : text)) return 'reference-text';
  return isReleaseNotes(head) ? 'release-notes' : undefined;
}

/** Of today, or of the form until 2014: its description may be longer than what is looked at. */
function isServiceModel(head: string): boolean {
  if (/"metadata"\s*:\s*\{/.test(head) && /"(?:operations|version)"\s*:/.test(head)) return true;
  return (
    /"api_version"\s*:/.test(head) && /"(?:operations|service_full_name|service_name|endpoint_prefix)"\s*:/.test(head)
  );
}

function isReleaseNotes(head: string): boolean {
  // botocore's: a version, underlined, and entries with their category.
  if (/^v?\d+\.\d\S*\r?\n=+[ \t]*$/m.test(head) && /^\* /m.test(head)) return true;
  // Markdown: a version or a dated release as a heading.
  return /^#{1,4}\s+(?:\[?v?\d+\.\d+\.\d+|Release \(\d{4}-\d{2}-\d{2}\)|\[Unreleased\])/im.test(head);
}
