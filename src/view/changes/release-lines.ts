/** Releases as lines of a list: the services that each one changed, in short. */

import type { ServiceRelease } from '../../store/types.ts';
import { allServiceReleases, type Site } from '../site/site.ts';
import { counted, monthWords } from '../site/words.ts';
import { type GlyphView, glyphs } from './glyph.ts';
import { type Headline, headlines } from './headline.ts';
import { type ServiceMarks, serviceMarks, summedCounts } from './release-entry.ts';
import { type GlyphCount, glyphCounts, statusWords } from './severity-view.ts';
import { worstEntriesFirst } from './worst-entries.ts';

export interface ReleaseLine {
  readonly id: string;
  readonly date: string | null;
  readonly url: string;
  readonly services: string;
  /** The first services, worst first. */
  readonly titles: readonly ReleaseTitle[];
  /** The number of services left out. */
  readonly moreTitles: number;
  /** Other content: `2 notes for all services`; empty where there is none. */
  readonly notes: string;
  readonly counts: readonly GlyphCount[];
  /** All its services, for filters. */
  readonly marks: ServiceMarks;
  /** What broke, in a sentence a service; empty where the list tells no sentences. */
  readonly broken: readonly BrokenService[];
}

/** What broke callers of a service. */
export interface BrokenService {
  readonly service: string;
  /** A sentence a card, each with the address of the card. */
  readonly lines: readonly { readonly lead: Headline; readonly url: string }[];
  /** The number of sentences left out. */
  readonly more: number;
  readonly url: string;
}

/** A service of a release by its name. The sign shows whether it breaks callers, or may. */
export interface ReleaseTitle {
  readonly service: string;
  readonly url: string;
  readonly glyph: GlyphView | null;
}

export interface ReleaseMonth<Line = ReleaseLine> {
  readonly title: string;
  readonly releases: readonly Line[];
}

/** A line, or neighbours without any change, which one line tells of. */
export type ReleaseRun =
  | { readonly line: ReleaseLine; readonly quiet: null }
  | { readonly line: null; readonly quiet: readonly ReleaseLine[] };

/** Joins neighbours that have nothing to tell. A site of some services of a source has more of them than of others. */
export function releaseRuns(lines: readonly ReleaseLine[]): readonly ReleaseRun[] {
  const runs: ({ line: ReleaseLine; quiet: null } | { line: null; quiet: ReleaseLine[] })[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (line.titles.length > 0 || line.notes !== '') runs.push({ line, quiet: null });
    else if (last !== undefined && last.line === null) last.quiet.push(line);
    else runs.push({ line: null, quiet: [line] });
  }
  return runs;
}

const shownTitles = 6;
/** All services that break callers are named, up to a length that a line can have. */
const shownBreaking = 24;
/** Whoever looks for what broke reads all of it here, but for a service that broke nearly everything. */
const shownSentences = 8;

/** The lines of the releases that pass a test, newest first. With `told`, they also say in sentences what broke. */
export function releaseLines(
  site: Site,
  wanted: (date: string | null, index: number) => boolean,
  told = false,
): readonly ReleaseLine[] {
  const { store, urls } = site;
  const entries = Map.groupBy(allServiceReleases(site), ({ release }) => release.id);
  return store
    .releases()
    .filter(({ date }, index) => wanted(date, index))
    .map((release) => {
      const services = entries.get(release.id) ?? [];
      const titles = releaseTitles(site, services);
      const shown = titles.slice(0, shownOf(titles));
      const notes = store.generalNotes(release.id).length;
      return {
        id: release.id,
        date: release.date,
        url: urls.release(release.id),
        services: counted(services.length, 'service'),
        titles: shown,
        moreTitles: titles.length - shown.length,
        notes: notes === 0 ? '' : `${counted(notes, 'note')} for all services`,
        counts: summedCounts(site, services),
        marks: serviceMarks(site, services),
        broken: told ? brokenServices(site, release.id, shown) : [],
      };
    });
}

function brokenServices(
  { store, urls }: Site,
  release: string,
  titles: readonly ReleaseTitle[],
): readonly BrokenService[] {
  return titles.flatMap(({ service, url, glyph }) => {
    const all = glyph === glyphs.breaks ? headlines(store.changes(service, release)) : [];
    const broke = all.filter(({ severity }) => severity === 'breaking');
    if (broke.length === 0) return [];
    const lines = broke.slice(0, shownSentences);
    return {
      ...{ service, url, more: broke.length - lines.length },
      lines: lines.map((lead) => ({ lead, url: urls.serviceRelease(release, service, lead.key) })),
    };
  });
}

function releaseTitles({ urls }: Site, services: readonly ServiceRelease[]): readonly ReleaseTitle[] {
  const ranked = services.map((entry) => {
    const counts = glyphCounts(entry.counts);
    return { ...entry, counts, tones: counts.map(({ glyph }) => glyph.tone), status: statusWords(entry) };
  });
  return worstEntriesFirst(ranked).map(({ service, release, tones }) => ({
    service,
    url: urls.serviceRelease(release.id, service),
    glyph: tones.includes('breaks') ? glyphs.breaks : tones.includes('risk') ? glyphs.risk : null,
  }));
}

function shownOf(titles: readonly ReleaseTitle[]): number {
  const breaking = titles.filter(({ glyph }) => glyph === glyphs.breaks).length;
  return Math.max(shownTitles, Math.min(breaking, shownBreaking));
}

/**
 * Groups lines by month, in the order of the first line of each. Releases without a date stand last, in their own
 * order: between the months, each would begin a group of its own.
 */
export function byMonth<Line extends { readonly date: string | null }>(
  lines: readonly Line[],
): readonly ReleaseMonth<Line>[] {
  const months = Map.groupBy(lines, ({ date }) => date?.slice(0, 7) ?? null);
  const dated = [...months].flatMap(([month, releases]) =>
    month === null ? [] : [{ title: monthWords(month), releases }],
  );
  const undated = months.get(null);
  return undated === undefined ? dated : [...dated, { title: 'Date unknown', releases: undated }];
}

/** What broke is told in a sentence in so many months: older ones would each read all their changes again. */
export const toldMonths = 12;

/** The months that have a release, as `2025-11`, newest first. */
export function releaseMonths({ store }: Pick<Site, 'store'>): readonly string[] {
  return [...new Set(store.releases().flatMap(({ date }) => (date === null ? [] : [date.slice(0, 7)])))]
    .sort()
    .reverse();
}
