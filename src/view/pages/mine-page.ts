/**
 * The page of the services that a reader follows. It is an empty frame: only the browser knows the services, so a
 * script fills it.
 */
import { releaseMonths } from '../changes/release-lines.ts';
import { type PageHead, pageHead, type Site } from '../site/site.ts';

export interface MinePage {
  readonly head: PageHead;
  /** The addresses of the news of the newest months, newest first. */
  readonly months: readonly string[];
  /** The first day on the page: 90 days before the newest release; empty where no release has a day. */
  readonly from: string;
  readonly servicesJson: string;
}

/** Makes the page. */
export function minePage(site: Site): MinePage {
  const newest = site.store.releases().find(({ date }) => date !== null)?.date ?? null;
  const from = newest === null ? '' : daysBefore(newest, shownDays);
  return {
    head: pageHead(site, {
      title: 'My services',
      description: 'What changed in the services that you follow; the list stays in your browser.',
      url: site.urls.mine(),
      section: 'mine',
    }),
    months: releaseMonths(site)
      .filter((month) => month >= from.slice(0, 7))
      .map((month) => site.urls.api('months', month)),
    from,
    servicesJson: site.urls.api('services'),
  };
}

/** A month counts from its first day. */
function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
}

const shownDays = 90;
