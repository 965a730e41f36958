/** A changelog page as flattened text, as a browser copies it: nothing separates the operations. */

import { changelogFacts, changelogLookedFor } from '../../changelog/facts.ts';
import { parseFlatPage } from '../../changelog/flat.ts';
import { hasHeader } from '../../changelog/header.ts';
import { parsePages } from '../../changelog/parse-pages.ts';
import { isStructured } from '../../changelog/structured.ts';
import type { Dialect } from '../dialect.ts';
import { loneFiles } from '../file-layout.ts';
import { changelogFlatName } from './name.ts';

export const changelogFlat: Dialect<'changelog-flat'> = {
  ...changelogFlatName,
  lookedFor: changelogLookedFor,
  isWrittenIn: ({ form, head, text }) => form === 'text' && hasHeader(head) && !isStructured(text),
  parse: (documents, reading) => parsePages(documents, reading, parseFlatPage),
  facts: changelogFacts,
  files: loneFiles,
  package: null,
  repository: null,
};
