/** A changelog page as HTML: the page itself. */

import { changelogFacts, changelogLookedFor } from '../../changelog/facts.ts';
import { parseHtmlPage } from '../../changelog/html.ts';
import { parsePages } from '../../changelog/parse-pages.ts';
import type { Dialect } from '../dialect.ts';
import { loneFiles } from '../file-layout.ts';
import { changelogHtmlName } from './name.ts';

export const changelogHtml: Dialect<'changelog-html'> = {
  ...changelogHtmlName,
  lookedFor: changelogLookedFor,
  isWrittenIn: ({ form, text }) =>
    form === 'html' && (/\bapi\s+methods\b/.test(text) || /class="methods?-docs?"|<details id="/.test(text)),
  parse: (documents, reading) => parsePages(documents, reading, parseHtmlPage),
  facts: changelogFacts,
  files: loneFiles,
  package: null,
  repository: null,
};
