/** The first page: what changed in the last days, service by service, the worst first. */
import type { Release, ServiceRelease } from '../../store/types.ts';
import { type CommonLine, commonLines } from '../changes/common-lines.ts';
import { isNews } from '../changes/feed-entry.ts';
import { type ReleaseEntry, releaseEntry } from '../changes/release-entry.ts';
import { releaseMonths } from '../changes/release-lines.ts';
import { worstEntriesFirst } from '../changes/worst-entries.ts';
import { allServiceReleases, type PageHead, pageHead, type Site } from '../site/site.ts';
import { counted, dayWords, monthWords } from '../site/words.ts';

/** What one release brought, with the day it came out. */
export interface DayGroup {
  readonly release: string;
  readonly date: string | null;
  readonly url: string;
  /** What it did to many services alike. */
  readonly common: readonly CommonLine[];
  readonly entries: readonly ReleaseEntry[];
}

export interface HomePage {
  readonly head: PageHead;
  /** What the numbers and the day of the newest release are, in one line. */
  readonly summary: readonly string[];
  readonly days: readonly DayGroup[];
  /** Months that have older releases. */
  readonly archive: readonly { readonly label: string; readonly url: string }[];
}

/** Makes the first page. */
export function homePage(site: Site): HomePage {
  const { store, urls } = site;
  const { subject, product } = store.about();
  const all = allServiceReleases(site);
  const news = all.filter(isNews);
  const groups = Map.groupBy(news.length > 0 ? news : all, ({ release }) => release.id);
  const shown = newestDays([...groups.values()]);
  const [newest] = store.releases();
  const services = store.services().filter(({ removedIn }) => removedIn === null);
  return {
    head: pageHead(site, {
      title: `what changed in ${subject}’s APIs`,
      description: `What changed in the APIs of ${subject}, field by field, release by release, and what do they look like now?`,
      url: urls.home(),
      section: 'home',
      ...(newest === undefined ? {} : { origin: { release: newest } }),
    }),
    summary: [counted(services.length, 'service'), ...(newest === undefined ? [] : [newestWords(product, newest)])],
    days: shown.map((entries) => dayGroup(site, entries)),
    archive: releaseMonths(site)
      .slice(0, shownMonths)
      .map((month) => ({ label: monthWords(month), url: urls.releaseMonth(month) })),
  };
}

function newestWords(product: string, { id, version, date }: Release): string {
  const name = version === null ? dayWords(id) : `${product} ${id}`;
  return date === null || version === null ? `newest ${name}` : `newest ${name}, ${dayWords(date)}`;
}

/** The releases of the newest days; a release without a day counts as one. */
function newestDays(groups: readonly (readonly ServiceRelease[])[]): readonly (readonly ServiceRelease[])[] {
  const days = new Set<string>();
  return groups.filter((entries) => {
    const release = entries[0]?.release;
    if (release === undefined) return false;
    days.add(release.date ?? release.id);
    return days.size <= shownDays;
  });
}

function dayGroup(site: Site, all: readonly ServiceRelease[]): DayGroup {
  const [first] = all;
  if (first === undefined) throw new Error('Unexpected day without a release, expected at least one');
  const { release } = first;
  const common = commonLines(site, all);
  return {
    release: release.id,
    date: release.date,
    url: site.urls.release(release.id),
    common: common.lines,
    entries: worstEntriesFirst(all.map((entry) => releaseEntry(site, entry, shownLines, common.said))),
  };
}

const shownDays = 14;
const shownLines = 5;
const shownMonths = 12;
