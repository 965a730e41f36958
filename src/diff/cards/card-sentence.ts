/** The sentence of a card, with the words of all rules. */
import { sentenceOfAll, titleOf } from '../wording/sentence.ts';
import type { Card } from './cards.ts';

/** The sentence of a card, in Markdown with names as code. */
export function cardSentence({ changes }: Pick<Card, 'changes'>): string {
  return sentenceOfAll(changes);
}

/** The same, short enough for a title. */
export function cardTitle(card: Pick<Card, 'changes'>): string {
  return titleOf(cardSentence(card));
}
