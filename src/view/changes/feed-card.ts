/** A change as feeds tell it: its sentence, what was there and what is there now, and the names of the fields that it is about. */
import { type Card, cardSentence, code, plainSentence, titleOf } from '../../diff/catalogue.ts';
import type { Place, Severity } from '../../model/index.ts';
import { type Span, spans } from '../site/words.ts';
import { type BeforeAfter, beforeAfter } from './before-after.ts';
import { reachWords } from './headline.ts';

/** One card of a feed's item. */
export interface FeedCard {
  readonly severity: Severity;
  readonly kind: string;
  /** Its anchor on the page of the release. */
  readonly key: string;
  readonly sentence: readonly Span[];
  /** Plain text, in a title's length. */
  readonly title: string;
  /** The same without the clause behind the dash, which says what it means: for a title that goes on. */
  readonly lead: string;
  /** Values that the sentence only counts. */
  readonly values: readonly string[];
  readonly moreValues: number;
  readonly details: readonly BeforeAfter[];
  /** `6 operations, 14 places`; null for one place. */
  readonly reach: string | null;
  /** `CreateListener request Port, Protocol`; none where the sentence says it. The page that the card leads to has all, with addresses. */
  readonly places: readonly string[];
  readonly morePlaces: number;
}

/** A card as a feed tells it. */
export function feedCard(card: Card): FeedCard {
  const { changes, places, severity, kind, key } = card;
  const sentence = cardSentence(card);
  const values = changes.length > saidValues ? changes.flatMap(({ value }) => (value === '' ? [] : [value])) : [];
  const placed = places.filter(({ operation }) => operation !== null);
  const shown = placed.slice(0, shownPlaces);
  return {
    ...{ severity, kind, key, sentence: spans(titleOf(sentence, longestSentence)) },
    ...titlesOf(sentence),
    values: values.slice(0, shownValues),
    moreValues: Math.max(values.length - shownValues, 0),
    details: changes.flatMap((change) => beforeAfter(change, sentence) ?? []),
    reach: reachWords(card),
    places: placed.length === 1 && isSaid(placed[0], sentence) ? [] : placeLines(shown),
    morePlaces: placed.length - shown.length + card.unlisted,
  };
}

/** What a card is called in titles. */
export function feedTitle(card: Card): Pick<FeedCard, 'title' | 'lead'> {
  return titlesOf(cardSentence(card));
}

function titlesOf(sentence: string): Pick<FeedCard, 'title' | 'lead'> {
  return { title: plainSentence(titleOf(sentence)), lead: plainSentence(titleOf(withoutHint(sentence))) };
}

/** Whether a sentence names the operation and, right below its request or response, the field. */
function isSaid(place: Place | undefined, sentence: string): boolean {
  if (place === undefined || place.operation === null) return false;
  const { operation, path } = place;
  return [operation, path].every((name) => name === '' || sentence.includes(code(name)));
}

/** One line for the request or the response of an operation. */
function placeLines(places: readonly Place[]): readonly string[] {
  const lines = Map.groupBy(places, ({ operation, direction }) => [operation, direction].filter(Boolean).join(' '));
  return [...lines].map(([where, all]) =>
    [where, all.flatMap(({ path }) => (path === '' ? [] : [path])).join(', ')].filter(Boolean).join(' '),
  );
}

/** The sentence up to the first dash outside of names. */
function withoutHint(sentence: string): string {
  let head = '';
  for (const part of spans(sentence)) {
    const dash = part.code ? -1 : part.text.indexOf(' — ');
    if (dash >= 0) return head + part.text.slice(0, dash);
    head += part.code ? code(part.text) : part.text;
  }
  return head;
}

/** A sentence names so many values itself. */
const saidValues = 3;
const shownValues = 40;
const shownPlaces = 3;
const longestSentence = 600;
