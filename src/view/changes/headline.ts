/** What changes come to in one line each: the cards that they would make, and how far each reaches. */
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
  /** `6 operations, 14 places`, or the operation of its only place; null where the title says it. */
  readonly where: string | null;
  /** The key of its first change: its anchor on the page of the release. */
  readonly key: string;
}

/** One line for each card that concerns callers of the SDK, or those who speak the protocol, worst first. */
export function headlines(changes: readonly Change[], of: Audience = 'sdk'): readonly Headline[] {
  return worstFirst(cardsOf(changes).filter(({ audience }) => audience === of)).map((card) => {
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
  });
}

/** What a headline says, without its anchor: equal for changes of several services that say the same. */
export function headlineText({ severity, title }: Pick<Headline, 'severity' | 'title'>): string {
  return `${severity} ${title.map(({ text }) => text).join('')}`;
}

/** How far a card reaches; null where it has one place. */
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
