/** The page of search: what readers can type, and links to lists of all names for readers without scripts. */
import { type PageHead, pageHead, type Site } from '../site/site.ts';
import { type IndexPage, indexPage } from './index-page.ts';

export interface SearchPage {
  readonly head: PageHead;
  readonly letters: IndexPage['parts'];
  readonly words: readonly { readonly typed: readonly string[]; readonly means: string }[];
}

/** Makes the page of search. */
export function searchPage(site: Site): SearchPage {
  return {
    head: pageHead(site, {
      title: 'Search',
      description: `Search all services, operations, fields, values and shapes of ${site.store.about().subject} by name.`,
      url: site.urls.search(),
      section: null,
    }),
    letters: indexPage(site, '').parts,
    words: [...words, ...releaseWords(site)],
  };
}

/** How a release is typed: by its version, with or without the name of what has it. */
function releaseWords({ store }: Site): SearchPage['words'] {
  const newest = store.releases().find(({ version }) => version !== null)?.version;
  if (newest == null) return [];
  const named = store.numbersOf(newest).at(-1);
  return [{ typed: named === undefined ? [newest] : [newest, named], means: 'A release, by its version.' }];
}

const words = [
  { typed: ['PutObject', 'put_object'], means: 'A name, as the API or the SDK writes it; case means nothing.' },
  { typed: ['EncryptionKey'], means: 'The beginning of any word in a name: KmsEncryptionKey is found, too.' },
  { typed: ['s3 kms key'], means: 'Several words: all of them, in any order. One of them may be a service.' },
  { typed: ['s3:PutObject', 's3:'], means: 'Only in one service, by its id or another name that it has.' },
  { typed: ['op:', 'field:', 'enum:', 'shape:'], means: 'Only operations, fields, values of enums, or shapes.' },
  { typed: ['"Key"'], means: 'This name and no other, with this case.' },
] as const;
