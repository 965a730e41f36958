/**
 * The history of one operation. Its page shows the newest sentences and counts the new values of enums; a long history
 * has its own page.
 */
import { type Card, cardsOf, counted, worstFirst } from '../../../diff/catalogue.ts';
import { type Change, severities } from '../../../model/index.ts';
import type { Release } from '../../../store/types.ts';
import { type GlyphView, glyphOf } from '../../changes/glyph.ts';
import { headlines } from '../../changes/headline.ts';
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

/** The part of the history that the operation's page shows. */
export function historyView(site: Site, service: string, name: string, all: Past): HistoryView {
  const past = pastOf(name, all);
  const count = countLines(past);
  if (count <= maxLines) {
    const none = count === 0 && past.length > 0 ? 'Nothing that callers of the SDK see has changed.' : null;
    return { count, none, entries: entriesOf(site, service, past), growth: [], all: null };
  }
  const entries: HistoryEntry[] = [];
  let left = maxLines;
  for (const { release, changes } of past) {
    if (left <= 0) break;
    const [entry] = entriesOf(site, service, [{ release, changes: changes.filter(({ kind }) => kind !== growing) }]);
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
export function historyEntries(site: Site, service: string, name: string, past: Past): readonly HistoryEntry[] {
  return entriesOf(site, service, pastOf(name, past));
}

/** Whether a history is too long for the operation's page. */
export function hasOwnHistory(name: string, past: Past): boolean {
  return countLines(pastOf(name, past)) > maxLines;
}

function entriesOf(site: Site, service: string, past: Past): readonly HistoryEntry[] {
  return past.flatMap(({ release, changes }) => {
    const cards = worstFirst(cardsOf(changes)).filter(isForCallers);
    const lines = headlines(changes).flatMap(({ key, title, where }, at) => {
      const card = cards[at];
      if (card === undefined) return [];
      const url = site.urls.serviceRelease(release.id, service, key);
      return [{ card, line: { glyph: glyphOf(card), title, where, url, folded: [] } }];
    });
    if (lines.length === 0) return [];
    const url = releaseUrl(site, release, service);
    return [{ release: release.id, date: release.date, url, lines: foldedLines(lines) }];
  });
}

function countLines(past: Past): number {
  return past.reduce((sum, { changes }) => sum + cardsOf(changes).filter(isForCallers).length, 0);
}

function isForCallers({ audience }: Card): boolean {
  return audience === 'sdk';
}

const maxLines = 10;
