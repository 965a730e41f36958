/** Reference text: rendered documentation of botocore in 2015, with many services in one file. */
import { hasHeader } from '../../changelog/header.ts';
import { buildApi } from '../../reference/build-api.ts';
import type { ServiceBuilders } from '../../reference/rst-page.ts';
import { isReferenceText, parseReferenceText } from '../../reference/text-document.ts';
import type { Document, ParseResult } from '../../result.ts';
import type { Dialect } from '../dialect.ts';
import { loneFiles } from '../file-layout.ts';
import type { Reading } from '../reading.ts';
import { referenceTextFacts } from './facts.ts';
import { referenceTextName } from './name.ts';

export const referenceText: Dialect<'reference-text'> = {
  ...referenceTextName,
  lookedFor: 'reference text: a line `class <Service>.Client`',
  // A changelog page may quote such a line.
  isWrittenIn: ({ form, head, text }) => form === 'text' && !hasHeader(head) && isReferenceText(text),
  parse: parseDocument,
  facts: referenceTextFacts,
  files: loneFiles,
  package: null,
  repository: null,
};

function parseDocument(documents: readonly Document[], reading: Reading): ParseResult {
  const builders: ServiceBuilders = new Map();
  let version: string | null = null;
  for (const { text, messages } of reading.opened(documents)) {
    const result = parseReferenceText({ text, builders, messages, positions: reading.positions });
    version ??= result.version ?? null;
    reading.count(result.boilerplate);
  }
  return reading.result({ api: buildApi(builders), version });
}
