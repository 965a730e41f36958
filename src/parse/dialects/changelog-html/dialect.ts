/** A changelog page as HTML: the page itself. */

import { changelogFacts, changelogLookedFor } from '../../changelog/facts.ts';
import { parseHtmlPage } from '../../changelog/html.ts';
import { parsePages } from '../../changelog/parse-pages.ts';
import type { Dialect } from '../dialect.ts';
import { loneFiles } from '../file-layout.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const changelogHtml: Dialect<'changelog-html'> = {
  id: 'changelog-html',
  label: 'changelog page',
  lookedFor: changelogLookedFor,
  isWrittenIn: ({ form, text }) =>
    form === 'html' && (/\bapi\s+methods\b/.test(text) || /class="methods?-docs?"|<details id="/.test(text)),
  parse: (documents, reading) => parsePages(documents, reading, parseHtmlPage),
  facts: changelogFacts,
  richness: 40,
  files: loneFiles,
  package: null,
  repository: null,
  releases: botocoreReleases,
};
