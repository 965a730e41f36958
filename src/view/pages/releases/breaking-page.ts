/** What broke callers, of all services: the newest releases in full, and links to the months of older ones. */
import { type CommonLine, commonLines } from '../../changes/common-lines.ts';
import { type FeedNews, feedNews } from '../../changes/feed-entry.ts';
import { glyphs } from '../../changes/glyph.ts';
import { type Headline, headlines, headlineText } from '../../changes/headline.ts';
import { byMonth, type ReleaseMonth, releaseMonths } from '../../changes/release-lines.ts';
import { type FeedLink, feedLinks, type PageHead, pageHead, type Site } from '../../site/site.ts';
import { counted, dayWords, monthWords } from '../../site/words.ts';

/** One release that broke callers. */
export interface BrokenRelease {
  readonly release: string;
  readonly date: string | null;
  readonly url: string;
  /** Sentences that hold for many services. */
  readonly common: readonly CommonLine[];
  readonly services: readonly BrokenService[];
}

/** What broke callers of one service. */
export interface BrokenService {
  readonly service: string;
  readonly title: string;
  readonly url: string;
  readonly lines: readonly BrokenLine[];
  /** The number of sentences left out. */
  readonly more: number;
}

export interface BrokenLine {
  readonly lead: Headline;
  /** The card on the page of the release. */
  readonly url: string;
}

/** A month of releases that broke callers. */
export interface BrokenMonth extends ReleaseMonth<BrokenRelease> {
  /** `12 services in 4 releases`. */
  readonly words: string;
  /** Whether it is open at first: a month below many lines is folded. */
  readonly open: boolean;
}

export interface BreakingPage {
  readonly head: PageHead;
  /** How much is on the page; a sentence where nothing broke. */
  readonly summary: string;
  readonly months: readonly BrokenMonth[];
  readonly feeds: readonly FeedLink[];
  /** The months of what has no room here. Each shows only what breaks callers. */
  readonly older: readonly { readonly label: string; readonly url: string }[];
}

/** Makes the page. */
export function breakingPage(site: Site): BreakingPage {
  const { urls } = site;
  const groups = [...Map.groupBy(feedNews(site, 'breaking'), ({ release }) => release.id).values()];
  const releases: BrokenRelease[] = [];
  let size = 0;
  for (const news of groups) {
    const made = brokenRelease(site, news);
    size += sizeOf(made);
    // At least one release stands here, however much it broke.
    if (size > maxSize && releases.length > 0) break;
    releases.push(made);
  }
  return {
    head: pageHead(site, {
      title: 'What broke callers',
      description: `Every change that breaks callers of ${site.store.about().subject}, newest first.`,
      url: urls.breaking(),
      section: 'releases',
      crumbs: [{ label: 'Releases', url: urls.releases() }],
    }),
    summary: summaryOf(releases),
    months: brokenMonths(releases),
    feeds: feedLinks(urls, 'all services', undefined, 'breaking'),
    older: olderMonths(site, groups.slice(releases.length)),
  };
}

function brokenRelease(site: Site, news: readonly FeedNews[]): BrokenRelease {
  const { store, urls } = site;
  const [first] = news;
  if (first === undefined) throw new Error('Unexpected release without services, expected at least one');
  const { release } = first;
  const { lines, said } = commonLines(
    site,
    news.flatMap(({ entry }) => entry ?? []),
  );
  return {
    release: release.id,
    date: release.date,
    url: urls.release(release.id),
    common: lines.filter(({ glyph }) => glyph.tone === glyphs.breaks.tone),
    services: news.flatMap(({ service, title }) => {
      const broke = headlines(store.changes(service, release.id)).filter(
        (line) => line.severity === 'breaking' && !said.has(headlineText(line)),
      );
      if (broke.length === 0) return [];
      const shown = broke.slice(0, shownSentences);
      return {
        ...{ service, title, url: urls.serviceRelease(release.id, service), more: broke.length - shown.length },
        lines: shown.map((lead) => ({ lead, url: urls.serviceRelease(release.id, service, lead.key) })),
      };
    }),
  };
}

/** About the number of bytes that a release takes on the page. */
function sizeOf({ common, services }: BrokenRelease): number {
  const ofLines = services.flatMap(({ lines }) =>
    lines.map(({ lead, url }) => JSON.stringify(lead.title).length + url.length),
  );
  const all = [...ofLines, ...common.map((line) => JSON.stringify(line).length)];
  return all.reduce((sum, size) => sum + size + markup, services.length * markup);
}

function brokenMonths(releases: readonly BrokenRelease[]): readonly BrokenMonth[] {
  let above = 0;
  return byMonth(releases).map((month) => {
    const open = above < openLines;
    above += month.releases.reduce((sum, release) => sum + linesOf(release), 0);
    return { ...month, words: reachOf(month.releases), open };
  });
}

/** About the number of lines that a release takes. */
function linesOf({ common, services }: BrokenRelease): number {
  return services.reduce((sum, { lines }) => sum + lines.length, 1 + common.length);
}

/** `12 services in 4 releases`. */
function reachOf(releases: readonly BrokenRelease[]): string {
  const services = new Set(
    releases.flatMap((one) => [
      ...one.services.map(({ service }) => service),
      ...one.common.flatMap((line) => line.services.map(({ id }) => id)),
    ]),
  );
  return `${counted(services.size, 'service')} in ${counted(releases.length, 'release')}`;
}

function summaryOf(releases: readonly BrokenRelease[]): string {
  const days = releases.flatMap(({ date }) => date ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (releases.length === 0) return 'Nothing that is known here broke callers.';
  const period =
    from === undefined || to === undefined
      ? ''
      : from === to
        ? `, ${dayWords(to)}`
        : `, ${dayWords(from)} to ${dayWords(to)}`;
  return `${reachOf(releases)}${period}`;
}

function olderMonths({ store, urls }: Site, left: readonly (readonly FeedNews[])[]): BreakingPage['older'] {
  const months = new Set(left.flatMap(([first]) => first?.release.date?.slice(0, 7) ?? []));
  return releaseMonths({ store }).flatMap((month) =>
    months.has(month) ? [{ label: monthWords(month), url: `${urls.releaseMonth(month)}?sev=breaking` }] : [],
  );
}

/** So many sentences of a service in a release: the others are on its own page. */
const shownSentences = 8;
/** A month below so many lines is folded: on a phone, these are about four screens. */
const openLines = 30;
/** The size of the lists, of a page of 200 KB at most. */
const maxSize = 150_000;
/** The tags around a line. */
const markup = 110;
