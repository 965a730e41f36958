/**
 * The page that compares two versions of services: a form, and an empty frame. A script fills the frame from the
 * histories of the services.
 */
import { releaseRuns } from '../compare/release-runs.ts';
import { allServiceReleases, type PageHead, pageHead, type Site } from '../site/site.ts';
import { fileSlug } from '../site/slug.ts';

export interface ComparePage {
  readonly head: PageHead;
  readonly services: readonly {
    readonly id: string;
    readonly title: string;
    /** Its name in addresses, where a script cannot make it from the id alone. */
    readonly slug: string | null;
    /** Other names, on one line; absent for most. */
    readonly aliases?: string;
  }[];
  /** The address of a history, with a `*` for the service. */
  readonly histories: string;
  /** The address of a rule, with a `*` for the kind. */
  readonly rules: string;
  /** The address of all changes of a service, with a `*` for the service. Readers without scripts use it. */
  readonly changes: string;
  /** The newest release of the store. The store knows nothing newer. */
  readonly newest: string | undefined;
  /** All known versions, as runs of numbers. */
  readonly versions: string;
  /** What somebody may ask who has not asked yet. */
  readonly examples: readonly CompareExample[];
}

export interface CompareExample {
  readonly service: string;
  readonly from: string;
  readonly to: string;
  readonly url: string;
}

/** Makes the page. */
export function comparePage(site: Site): ComparePage {
  const { store, urls } = site;
  return {
    head: pageHead(site, {
      title: 'Compare two versions',
      description: 'What changed on the whole in one service, or in several, between any two versions of the SDK.',
      url: urls.compare(),
      section: 'compare',
    }),
    services: store.services().map(({ id, title, aliases }) => {
      const slug = urls.serviceSlug(id);
      const others = aliases.length === 0 ? {} : { aliases: aliases.join(';') };
      return { id, title, slug: slug === fileSlug(id) ? null : slug, ...others };
    }),
    histories: urls.api('history', placeholder).replace(encodeURIComponent(placeholder), '*'),
    rules: urls.rule(placeholder).replace(placeholder, '*'),
    changes: urls.serviceChanges(placeholder).replace(placeholder, '*'),
    newest: store.releases()[0]?.id,
    versions: releaseRuns(store.releases().map(({ id }) => id)),
    examples: examplesOf(site),
  };
}

/** The services that broke callers last, each from the release before that to the newest one; without any, what changed last. */
function examplesOf(site: Site): readonly CompareExample[] {
  const ids = site.store.releases().map(({ id }) => id);
  const [to] = ids;
  const changed = allServiceReleases(site).filter(({ status }) => status === 'changed');
  const broke = changed.filter(({ counts }) => counts.breaking > 0);
  const services = new Map<string, CompareExample>();
  for (const { service, release } of broke.length === 0 ? changed : broke) {
    const from = ids[ids.indexOf(release.id) + 1];
    if (from === undefined || to === undefined || services.has(service)) continue;
    services.set(service, { service, from, to, url: site.urls.compare(service, from, to) });
    if (services.size === maxExamples) break;
  }
  return [...services.values()];
}

const maxExamples = 3;

/** A name that no service and no rule has. */
const placeholder = '0-0';
