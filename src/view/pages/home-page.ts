/** The first page: the changes of the last days, for each service, worst first. */
import type { Release, ServiceRelease } from '../../store/types.ts';
import { type CommonLine, commonLines } from '../changes/common-lines.ts';
import { isNews } from '../changes/feed-entry.ts';
import { type ReleaseEntry, releaseEntry } from '../changes/release-entry.ts';
import { releaseMonths } from '../changes/release-lines.ts';
import { worstEntriesFirst } from '../changes/worst-entries.ts';
import { allServiceReleases, type PageHead, pageHead, type Site } from '../site/site.ts';
import { counted, dayWords, monthWords } from '../site/words.ts';

/** The changes of one release, with its day. */
export interface DayGroup {
  readonly release: string;
  readonly date: string | null;
  readonly url: string;
  /** Changes that many services share. */
  readonly common: readonly CommonLine[];
  /** The services with more to tell than that. */
  readonly entries: readonly ReleaseEntry[];
}

export interface HomePage {
  readonly head: PageHead;
  /** The number and the day of the newest release, and the period on the page. */
  readonly summary: readonly string[];
  readonly days: readonly DayGroup[];
  /** The page of what broke callers. */
  readonly breaking: string;
  /** Links to months with older releases. */
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
    summary: [
      counted(services.length, 'service'),
      ...(newest === undefined ? [] : [newestWords(product, newest)]),
      ...(shown.length === 0 ? [] : [periodWords(shown)]),
    ],
    breaking: urls.breaking(),
    days: shown.map((entries) => dayGroup(site, entries)),
    archive: archiveOf(site, shown),
  };
}

function newestWords(product: string, { id, version, date }: Release): string {
  const name = version === null ? dayWords(id) : `${product} ${id}`;
  return date === null || version === null ? `newest ${name}` : `newest ${name}, ${dayWords(date)}`;
}

/** The period on the page: `15 releases from 21 Jul 2026 to 7 Aug 2026`. */
function periodWords(shown: readonly (readonly ServiceRelease[])[]): string {
  const days = shown.flatMap(([first]) => first?.release.date ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const releases = counted(shown.length, 'release');
  if (first === undefined || last === undefined) return releases;
  return `${releases} ${first === last ? `of ${dayWords(first)}` : `from ${dayWords(first)} to ${dayWords(last)}`}`;
}

/** The months of the releases before those on the page. A month that is partly on the page is called the rest of it. */
function archiveOf(site: Site, shown: readonly (readonly ServiceRelease[])[]): HomePage['archive'] {
  const oldest = shown.at(-1)?.[0]?.release.date ?? '9999';
  const days = site.store.releases().flatMap(({ date }) => date ?? []);
  return releaseMonths(site)
    .flatMap((month) => {
      const inMonth = days.filter((day) => day.startsWith(month));
      if (inMonth.every((day) => day >= oldest)) return [];
      const label = inMonth.some((day) => day >= oldest) ? `Rest of ${monthWords(month)}` : monthWords(month);
      return [{ label, url: site.urls.releaseMonth(month) }];
    })
    .slice(0, shownMonths);
}

/** The releases of the newest days. A release without a day counts as one day. */
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
    entries: worstEntriesFirst(
      all.map((entry) => releaseEntry(site, entry, shownLines, common.said)).filter(({ isSaid }) => !isSaid),
    ),
  };
}

const shownDays = 14;
const shownLines = 5;
const shownMonths = 12;
