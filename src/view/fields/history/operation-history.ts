/**
 * The history of one operation. Its page shows the newest sentences and counts the new values of enums; a long history
 * has its own page.
 */
import { type Card, cardsOf, counted, worstFirst } from '../../../diff/catalogue.ts';
import { type Change, severities } from '../../../model/index.ts';
import type { Release, StoreReader } from '../../../store/types.ts';
import type { GlyphView } from '../../changes/glyph.ts';
import { headlineOf } from '../../changes/headline.ts';
import { topic } from '../../site/memory.ts';
import { releaseUrl, type Site } from '../../site/site.ts';
import type { Span } from '../../site/words.ts';
import { type EnumGrowth, growing, growthOf } from './enum-growth.ts';
import { foldedLines } from './folded-lines.ts';

/** One sentence of a history. */
export interface HistoryLine {
  readonly glyph: GlyphView;
  readonly title: readonly Span[];
  readonly where: string | null;
  readonly url: string;
  /** The lines that this one stands for; empty for most. */
  readonly folded: readonly HistoryLine[];
}

/** What one release did. */
export interface HistoryEntry {
  readonly release: string;
  readonly date: string | null;
  readonly url: string;
  readonly lines: readonly HistoryLine[];
}

export interface HistoryView {
  readonly count: number;
  /** The sentence for an empty history; null where there are changes to show. */
  readonly none: string | null;
  readonly entries: readonly HistoryEntry[];
  readonly growth: readonly EnumGrowth[];
  /** The link to the whole history; null where all of it is shown here. */
  readonly all: { readonly label: string; readonly url: string } | null;
}

/** Every change that names an operation, newest first. */
export type Past = readonly { readonly release: Release; readonly changes: readonly Change[] }[];

/**
 * Narrows the past to one operation: keeps only the places in this operation. Otherwise sentences would name other
 * operations that share a shape with it. A change that lists no place in it stays as it is.
 */
export function pastOf(name: string, past: Past): Past {
  return past.map(({ release, changes }) => ({ release, changes: changes.map((change) => changeIn(name, change)) }));
}

function changeIn(name: string, change: Change): Change {
  const { unlisted: _, ...rest } = change;
  const places = change.places.filter(({ operation }) => operation === name);
  if (places.length === 0) return change;
  const worst = severities.find((severity) => places.some((place) => place.severity === severity));
  return { ...rest, places, severity: worst ?? change.severity };
}

/** What the pages of one operation tell of its history: its page, its twin, and the page of the whole history. */
interface Told {
  readonly past: readonly PastCards[];
  readonly count: number;
  /** The whole history, made at the first request. */
  entries?: readonly HistoryEntry[];
}

/** A release, its changes to one operation, and those of their cards that callers see, worst first. */
interface PastCards {
  readonly release: Release;
  readonly changes: readonly Change[];
  readonly cards: readonly Card[];
}

/** The pages of an operation are made one after the other (`cli/site/pages/page-renderer.ts`). */
const toldLast = topic<StoreReader, Told>(2);
const counts = topic<StoreReader, number>();

function toldOf({ memory, store }: Site, service: string, name: string): Told {
  return memory.rememberAt(toldLast, store, `${service} ${name}`, () => {
    const past = pastOf(name, store.operationHistory(service, name)).map(cardsOfPast);
    return { past, count: past.reduce((sum, { cards }) => sum + cards.length, 0) };
  });
}

function cardsOfPast({ release, changes }: Past[number]): PastCards {
  return { release, changes, cards: worstFirst(cardsOf(changes)).filter(isForCallers) };
}

/** The part of the history that the operation's page shows. */
export function historyView(site: Site, service: string, name: string): HistoryView {
  const { past, count } = toldOf(site, service, name);
  if (count <= maxLines) {
    const none = count === 0 && past.length > 0 ? 'Nothing that callers of the SDK see has changed.' : null;
    return { count, none, entries: historyEntries(site, service, name), growth: [], all: null };
  }
  const entries: HistoryEntry[] = [];
  let left = maxLines;
  for (const { release, changes } of past) {
    if (left <= 0) break;
    const shown = cardsOfPast({ release, changes: changes.filter(({ kind }) => kind !== growing) });
    const entry = entryOf(site, service, shown);
    if (entry === undefined) continue;
    // What is folded stands on the page of the whole history.
    entries.push({ ...entry, lines: entry.lines.slice(0, left).map((line) => ({ ...line, folded: [] })) });
    left -= entry.lines.length;
  }
  const url = site.urls.operationHistory(service, name);
  return {
    count,
    none: null,
    entries,
    growth: growthOf(site, service, past),
    all: { label: `All ${counted(count, 'change')}`, url },
  };
}

/** The whole history, one entry for each release. */
export function historyEntries(site: Site, service: string, name: string): readonly HistoryEntry[] {
  const told = toldOf(site, service, name);
  told.entries ??= told.past.flatMap((past) => entryOf(site, service, past) ?? []);
  return told.entries;
}

/** Whether a history is too long for the operation's page. */
export function hasOwnHistory(site: Site, service: string, name: string): boolean {
  // No card has less than one change.
  const changes = site.store.operationHistory(service, name).reduce((sum, past) => sum + past.changes.length, 0);
  if (changes <= maxLines) return false;
  const count = () => toldOf(site, service, name).count;
  return site.memory.rememberAt(counts, site.store, `${service} ${name}`, count) > maxLines;
}

/** Undefined if callers see nothing of the release. */
function entryOf(site: Site, service: string, { release, cards }: PastCards): HistoryEntry | undefined {
  if (cards.length === 0) return undefined;
  const lines = cards.map((card) => {
    const { title, where, key, glyph } = headlineOf(card);
    return { card, line: { glyph, title, where, url: site.urls.serviceRelease(release.id, service, key), folded: [] } };
  });
  const url = releaseUrl(site, release, service);
  return { release: release.id, date: release.date, url, lines: foldedLines(lines) };
}

function isForCallers({ audience }: Card): boolean {
  return audience === 'sdk';
}

const maxLines = 10;
