/** Changes as cards. Similar changes share a card, which lists every place that they reach. */
import {
  adviceOf,
  type Card,
  cardSentence,
  cardsOf,
  namesOfChanges,
  titleOf,
  worstFirst,
} from '../../diff/catalogue.ts';
import type { Audience, Change, Direction, Place, Severity } from '../../model/index.ts';
import { fieldUrl, operationUrl } from '../fields/reference-plan.ts';
import type { Site } from '../site/site.ts';
import { type Span, spans } from '../site/words.ts';
import type { SyntaxLine } from '../syntax/syntax-line.ts';
import { type BeforeAfter, beforeAfter } from './before-after.ts';
import { type GlyphView, glyphOf } from './glyph.ts';
import { reachWords } from './headline.ts';
import { allRules, ruleFor } from './rule-book.ts';

/** One change of a card. Its key is its anchor. */
export interface CardChange {
  readonly key: string;
  /** What sets it apart from the others of its card; empty for the only one. */
  readonly name: readonly Span[];
  readonly beforeAfter: BeforeAfter | null;
}

/** One place on a card, with a link to the field in today's reference. */
export interface PlaceView {
  readonly direction: Direction | null;
  readonly path: string;
  readonly url: string | null;
  /** Null where it is the severity of the card. */
  readonly severity: Severity | null;
}

/** The places of a card in one operation, printed on one line. */
export interface OperationPlaces {
  readonly operation: string;
  readonly url: string | null;
  readonly places: readonly PlaceView[];
}

/** One change, or several of a kind that are told in one sentence: `ProtocolEnum` can be `QUIC` or `TCP_QUIC`. */
export interface ChangeCard {
  readonly kind: string;
  readonly kindUrl: string | null;
  readonly severity: Severity;
  readonly glyph: GlyphView;
  /** What callers should do in their code; null where the change breaks nobody. */
  readonly why: readonly Span[] | null;
  readonly audience: Audience;
  readonly title: readonly Span[];
  /** Markdown of the title. */
  readonly titleText: string;
  readonly changes: readonly CardChange[];
  readonly operations: readonly OperationPlaces[];
  /** The number of places that the card does not list, to keep the page short. */
  readonly more: number;
  /** Every operation that the changes touch. */
  readonly touched: readonly string[];
  /** The request or response around the first place, as a diff; null where there is no diff. */
  readonly syntax: readonly SyntaxLine[] | null;
  /** `6 operations, 14 places`; null where there is one place. */
  readonly reach: string | null;
}

/** Puts changes on cards, worst first. */
export function changeCards(
  site: Site,
  changes: readonly Change[],
  syntax: ReadonlyMap<string, readonly SyntaxLine[]> = new Map(),
): readonly ChangeCard[] {
  const cards = worstFirst(cardsOf(changes));
  // A full comparison lists every place. A page must be shorter: nobody reads ten thousand places.
  const places = cards.reduce((sum, one) => sum + one.places.length, 0);
  const each = places <= maxOfPage ? maxOfCard : Math.max(Math.floor(maxOfPage / cards.length), minOfCard);
  const listed = Math.min(maxOfCard, each);
  const seen = new Map<string, number>();
  return cards.map((one) => cardView(site, one, { syntax: syntax.get(one.key) ?? null, listed, seen }));
}

/** The most places that one page lists. */
const maxOfPage = 1_000;
/** The most places that one card lists. The JSON of the page has the others. */
const maxOfCard = 60;
/** Every card may list this many places, even on a full page. */
const minOfCard = 4;

interface CardOptions {
  readonly syntax: ChangeCard['syntax'];
  /** The number of places that it may list. */
  readonly listed: number;
  /** How often each key has been used as an anchor. */
  readonly seen: Map<string, number>;
}

function cardView(site: Site, card: Card, { syntax, listed, seen }: CardOptions): ChangeCard {
  const { changes, places, severity, audience, kind } = card;
  const [{ service }] = changes;
  const sentence = cardSentence(card);
  const title = titleOf(sentence);
  const names = changes.length === 1 ? [] : namesOfChanges(changes);
  return {
    kind,
    kindUrl: ruleFor(kind) === null ? null : site.urls.rule(kind),
    severity,
    audience,
    glyph: glyphOf(card),
    why: whyOf(card),
    title: spans(title),
    titleText: title,
    changes: changes.map((change, at) => ({
      key: anchorOf(change.key, seen),
      name: spans(names[at] ?? ''),
      beforeAfter: beforeAfter(change, sentence),
    })),
    operations: operationPlaces(site, service, places.slice(0, listed)),
    more: Math.max(places.length - listed, 0),
    touched: [...new Set(places.flatMap(({ operation }) => operation ?? []))],
    syntax,
    reach: reachWords(card),
  };
}

/**
 * Makes the anchor unique on the page. A trait of a member and the same trait of its shape can have one key; links to
 * it lead to the first.
 */
function anchorOf(key: string, seen: Map<string, number>): string {
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? key : `${key}-${count}`;
}

function whyOf(card: Card): ChangeCard['why'] {
  const advice = adviceOf(card, allRules);
  return advice === undefined ? null : spans(advice);
}

function operationPlaces(site: Site, service: string, all: readonly Place[]): readonly OperationPlaces[] {
  const placed = all.filter(({ operation }) => operation !== null);
  const mixed = new Set(placed.map(({ severity }) => severity)).size > 1;
  const byOperation = Map.groupBy(placed, ({ operation }) => operation ?? '');
  return [...byOperation].map(([operation, places]) => ({
    operation,
    url: operationUrl(site, service, operation),
    places: places
      .filter(({ direction, path }) => direction !== null || path !== '')
      .map(({ direction, path, severity }) => ({
        direction,
        path,
        // A path without a direction is inside an error. Errors have no fields on the operation's page.
        url: direction === null ? null : fieldUrl(site, service, { operation, direction, path }),
        severity: mixed ? severity : null,
      })),
  }));
}
