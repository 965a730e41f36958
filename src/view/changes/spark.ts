/** How often a service changed in more than words in each of the last twelve months, as a small bar chart with words. */
import type { ServiceRelease, StoreReader } from '../../store/types.ts';
import { topic } from '../site/memory.ts';
import { allServiceReleases, type Site } from '../site/site.ts';
import { counted } from '../site/words.ts';
import { isNews } from './feed-entry.ts';

/** A chart of 48 by 20 units: one bar for each month, the newest at the right. */
export interface SparkView {
  /** The path data of an SVG. */
  readonly path: string;
  readonly words: string;
}

/** The chart of a service; null where nothing changed in these months. */
export function sparkOf(site: Site, service: string): SparkView | null {
  const { byService, most } = site.memory.remember(sparks, site.store, () => countMonths(site));
  const counts = byService.get(service);
  if (counts === undefined) return null;
  const bars = counts.flatMap((count, month) =>
    count === 0
      ? []
      : [`M${month * 4 + 2} 20V${20 - Math.max(5, Math.round((Math.log1p(count) / Math.log1p(most)) * 19))}`],
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { path: bars.join(''), words: `${counted(total, 'release')} in 12 months that changed more than words` };
}

/**
 * Counts the changes of each month. The last month is that of the newest release, so a store always gives the same
 * chart.
 */
function countMonths(site: Site): Sparks {
  const all = allServiceReleases(site).filter(isNews);
  const newest = all.find(({ release }) => release.date !== null)?.release.date ?? null;
  const byService = new Map<string, readonly number[]>();
  if (newest === null) return { byService, most: 1 };
  for (const entry of all) {
    const month = monthOf(entry, newest);
    if (month === null || !isMoreThanWords(entry)) continue;
    const counts = byService.get(entry.service) ?? noCounts;
    byService.set(
      entry.service,
      counts.map((count, at) => (at === month ? count + 1 : count)),
    );
  }
  return { byService, most: [...byService.values()].flat().reduce((most, count) => Math.max(most, count), 1) };
}

function isMoreThanWords({ counts: { breaking, dangerous, safe }, status }: ServiceRelease): boolean {
  return breaking + dangerous + safe > 0 || status === 'added' || status === 'removed';
}

function monthOf({ release: { date } }: ServiceRelease, newest: string): number | null {
  if (date === null) return null;
  const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const ago = month(newest) - month(date);
  return ago < 0 || ago > 11 ? null : 11 - ago;
}

interface Sparks {
  readonly byService: ReadonlyMap<string, readonly number[]>;
  /** The most releases that any service had in a month: pictures of all services have one scale. */
  readonly most: number;
}

const noCounts = Array.from({ length: 12 }, () => 0);

const sparks = topic<StoreReader, Sparks>();
