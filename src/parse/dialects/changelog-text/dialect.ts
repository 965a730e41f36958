/** A changelog page as text with its structure: a heading for every operation. */

import { changelogFacts, changelogLookedFor } from '../../changelog/facts.ts';
import { hasHeader } from '../../changelog/header.ts';
import { parsePages } from '../../changelog/parse-pages.ts';
import { isStructured, parseStructuredPage } from '../../changelog/structured.ts';
import type { Dialect } from '../dialect.ts';
import { loneFiles } from '../file-layout.ts';
import { changelogTextName } from './name.ts';

export const changelogText: Dialect<'changelog-text'> = {
  ...changelogTextName,
  lookedFor: changelogLookedFor,
  isWrittenIn: ({ form, head, text }) => form === 'text' && hasHeader(head) && isStructured(text),
  parse: (documents, reading) => parsePages(documents, reading, parseStructuredPage),
  facts: changelogFacts,
  files: loneFiles,
  package: null,
  repository: null,
};
