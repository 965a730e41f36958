/** Changes as one line for each card, with how far the card reaches. */
import { type Card, cardsOf, cardTitle, counted, worstFirst } from '../../diff/catalogue.ts';
import type { Audience, Change, Severity } from '../../model/index.ts';
import { type Span, spans } from '../site/words.ts';
import { type GlyphView, glyphOf } from './glyph.ts';

/** A line of a list. */
export interface Headline {
  readonly severity: Severity;
  readonly glyph: GlyphView;
  readonly kind: string;
  readonly title: readonly Span[];
  /** `6 operations, 14 places`, or the operation of the only place; null where the title names it. */
  readonly where: string | null;
  /** The key of the first change: its anchor on the page of the release. */
  readonly key: string;
}

/** One line for each card, worst first. `of` selects changes that callers of the SDK see, or those of the wire. */
export function headlines(changes: readonly Change[], of: Audience = 'sdk'): readonly Headline[] {
  return worstFirst(cardsOf(changes).filter(({ audience }) => audience === of)).map(headlineOf);
}

/** The line of one card. */
export function headlineOf(card: Card): Headline {
  const title = cardTitle(card);
  const where = reachWords(card) ?? onlyOperation(card);
  return {
    severity: card.severity,
    glyph: glyphOf(card),
    kind: card.kind,
    title: spans(title),
    where: where !== null && title.includes(`\`${where}\``) ? null : where,
    key: card.key,
  };
}

/** The text of a headline without its anchor. It is equal where several services have the same change. */
export function headlineText({ severity, title }: Pick<Headline, 'severity' | 'title'>): string {
  return `${severity} ${title.map(({ text }) => text).join('')}`;
}

/** How far a card reaches; null for one place. */
export function reachWords({ places, unlisted }: Card): string | null {
  const all = places.length + unlisted;
  if (all < 2) return null;
  const operations = new Set(places.map(({ operation }) => operation)).size;
  const notListed = unlisted === 0 ? '' : `, ${unlisted.toLocaleString('en')} of them not listed`;
  return `${counted(operations, 'operation')}, ${counted(all, 'place')}${notListed}`;
}

function onlyOperation({ places: [place] }: Card): string | null {
  return place === undefined || place.path === '' ? null : place.operation;
}
