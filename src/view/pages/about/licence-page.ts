/** The owner and licence of the sources' texts, and a note that this site is not official. */
import { type PageHead, pageHead, type Site } from '../../site/site.ts';

export interface LicencePage {
  readonly head: PageHead;
  readonly paragraphs: readonly string[];
  readonly notice: string;
  /** The SPDX name of the licence. */
  readonly licence: string;
  /** The text of the licence; null where it is unknown. */
  readonly text: string | null;
}

/** Makes the page of the licence. `texts` has the text of each licence by name. */
export function licencePage(site: Site, texts: Readonly<Record<string, string>>): LicencePage {
  const { subject, product, not, texts: rights } = site.store.about();
  return {
    head: pageHead(site, {
      title: 'Licence',
      description: `Whose the descriptions on this site are, and under which terms they are shown.`,
      url: site.urls.licence(),
      section: null,
    }),
    paragraphs: [
      `Descriptions of ${subject}’s APIs are by ${rights.owner}, under the licence ${rights.licence}. They are shown as ${product} has them; what was shortened is marked with “…”.`,
      `Sentences about changes, and the pages themselves, are made by apidelta. This is not ${not}.`,
    ],
    notice: rights.notice,
    licence: rights.licence,
    text: texts[rights.licence] ?? null,
  };
}
