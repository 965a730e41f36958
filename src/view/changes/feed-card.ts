/** A change as feeds print it: its sentence, the old and new value, and the fields that it touches. */
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
  /** Plain text, short enough for a title. */
  readonly title: string;
  /** The title without its explanation after the dash, for titles with more text behind. */
  readonly lead: string;
  /** The values that the sentence counts but does not name. */
  readonly values: readonly string[];
  readonly moreValues: number;
  readonly details: readonly BeforeAfter[];
  /** `6 operations, 14 places`; null for one place. */
  readonly reach: string | null;
  /**
   * `CreateListener request Port, Protocol`; empty where the sentence has it. The linked page lists all places with
   * addresses.
   */
  readonly places: readonly string[];
  readonly morePlaces: number;
}

/** Makes the feed's form of a card. */
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

/** The title of a card. */
export function feedTitle(card: Card): Pick<FeedCard, 'title' | 'lead'> {
  return titlesOf(cardSentence(card));
}

function titlesOf(sentence: string): Pick<FeedCard, 'title' | 'lead'> {
  return { title: plainSentence(titleOf(sentence)), lead: plainSentence(titleOf(withoutHint(sentence))) };
}

/** Whether a sentence already names the operation, and the field directly below its request or response. */
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

/** The sentence up to the first dash that is not inside a name. */
function withoutHint(sentence: string): string {
  let head = '';
  for (const part of spans(sentence)) {
    const dash = part.code ? -1 : part.text.indexOf(' — ');
    if (dash !== -1) return head + part.text.slice(0, dash);
    head += part.code ? code(part.text) : part.text;
  }
  return head;
}

/** A sentence names at most this many values itself. */
const saidValues = 3;
const shownValues = 40;
const shownPlaces = 3;
const longestSentence = 600;
