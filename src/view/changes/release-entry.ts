/** One service in one release as a row of a list: counts, worst change as a sentence, and the team's note. */
import type { Change } from '../../model/index.ts';
import type { ServiceRelease, StoreReader } from '../../store/types.ts';
import { proseSummary } from '../prose/prose-text.ts';
import { topic } from '../site/memory.ts';
import type { Site } from '../site/site.ts';
import { nameAnchor } from '../site/urls.ts';
import { counted } from '../site/words.ts';
import { markOrder } from './glyph.ts';
import { type Headline, headlines, headlineText } from './headline.ts';
import { ruleFor } from './rule-book.ts';
import { addCounts, type GlyphCount, glyphCounts, statusWords } from './severity-view.ts';

/** A sentence of a row, with the address of its card. */
export type EntryLine = Headline & { readonly url: string };

export interface ReleaseEntry {
  readonly service: string;
  readonly title: string;
  readonly serviceUrl: string;
  /** Its anchor in a list of services. */
  readonly anchor: string;
  readonly release: string;
  readonly date: string | null;
  /** The page with the changes. */
  readonly url: string;
  readonly status: string | null;
  readonly counts: readonly GlyphCount[];
  readonly total: string;
  /** The first sentence of the team's note. */
  readonly note: string;
  /** The worst changes, as many as the page has room for. The first one is in the row itself. */
  readonly lines: readonly EntryLine[];
  /** `and 15 new operations`, where the first line is about something else; null where there is no such news. */
  readonly news: string | null;
  /** The number of lines left out. */
  readonly moreLines: number;
  /** Whether the sentences that the page prints once for many services are all there is to tell. */
  readonly isSaid: boolean;
  /** What filters use: the tones of the changes, and their subjects. */
  readonly tones: readonly string[];
  readonly subjects: readonly string[];
}

/**
 * Makes a row. It has at most `room` sentences, and leaves out those in `said`, which the page prints once for many
 * services.
 */
export function releaseEntry(
  site: Site,
  entry: ServiceRelease,
  room = 0,
  said: ReadonlySet<string> = new Set(),
): ReleaseEntry {
  const { store, urls } = site;
  const changes = room === 0 ? [] : store.changes(entry.service, entry.release.id);
  const all = headlines(changes);
  const lines = all.filter((line) => !said.has(headlineText(line)));
  const described = describedCount(site, entry.service, entry.release.id);
  const counts = glyphCounts(entry.counts, described);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const url = urls.serviceRelease(entry.release.id, entry.service);
  const note = proseSummary(entry.notes[0]?.text, 200);
  const status = statusWords(entry);
  return {
    service: entry.service,
    title: entry.title,
    serviceUrl: urls.service(entry.service),
    anchor: nameAnchor('s', entry.service),
    release: entry.release.id,
    date: entry.release.date,
    url,
    status,
    counts,
    total: total === 0 ? 'no changes found' : counted(total, 'change'),
    note,
    lines: lines.slice(0, room).map((line) => ({
      ...line,
      url: urls.serviceRelease(entry.release.id, entry.service, line.key),
    })),
    news: newsOf(changes, lines),
    moreLines: Math.max(0, lines.length - room),
    isSaid: note === '' && status === null && total > 0 && total === saidCount(changes, said),
    tones: counts.map(({ glyph }) => glyph.tone),
    subjects: [...new Set(changes.filter(({ audience }) => audience === 'sdk').map(({ kind }) => subjectOf(kind)))],
  };
}

/** New operations are what most readers come for, but the first line is about what breaks. */
function newsOf(changes: readonly Change[], [lead]: readonly Headline[]): string | null {
  if (lead === undefined || lead.kind === added || lead.kind === 'service-added') return null;
  const count = changes.filter(({ kind }) => kind === added).length;
  return count === 0 ? null : `and ${counted(count, 'new operation')}`;
}

const added = 'operation-added';

function saidCount(changes: readonly Change[], said: ReadonlySet<string>): number {
  if (said.size === 0) return 0;
  return [...headlines(changes), ...headlines(changes, 'wire')].filter((line) => said.has(headlineText(line))).length;
}

/** The filter's name for the subject of a kind. */
function subjectOf(kind: string): string {
  if (kind.endsWith('-deprecated')) return 'deprecated';
  const subject = ruleFor(kind)?.subject ?? 'service';
  return subject === 'member' || subject === 'shape' ? 'field' : subject;
}

/** The counts above a list: the sums over its rows. */
export function summedCounts(site: Site, entries: readonly ServiceRelease[]): readonly GlyphCount[] {
  const described = entries.reduce((sum, { service, release }) => sum + describedCount(site, service, release.id), 0);
  return glyphCounts(addCounts(entries.map(({ counts }) => counts)), described);
}

/**
 * What the filter of followed services asks a row that stands for many services: two lists of one length, separated by
 * blanks, of ids and of the counts of each in `markOrder`: `1..6` breaks once and has six that are new.
 */
export interface ServiceMarks {
  readonly ids: string;
  readonly marks: string;
}

/** Joins what several releases changed in one service. */
export function serviceMarks(site: Site, entries: readonly ServiceRelease[]): ServiceMarks {
  const all = [...Map.groupBy(entries, ({ service }) => service)];
  const marks = all.map(([, own]) => {
    const counts = summedCounts(site, own);
    const numbers = markOrder.map((tone) => counts.find(({ glyph }) => glyph.tone === tone)?.count ?? '');
    return numbers.join('.').replace(/\.+$/, '') || '-';
  });
  return { ids: all.map(([service]) => service).join(' '), marks: marks.join(' ') };
}

/** How many descriptions of a service a release changed. It is kept for each service. */
export function describedCount({ store, memory }: Site, service: string, release: string): number {
  const counts = memory.rememberAt(
    descriptions,
    store,
    service,
    () => new Map(store.described(service).map((one) => [one.release.id, one.count])),
  );
  return counts.get(release) ?? 0;
}

const descriptions = topic<StoreReader, ReadonlyMap<string, number>>();
