/** What a card says, by the words of all rules. */
import { sentenceOfAll, titleOf } from '../wording/sentence.ts';
import type { Card } from './cards.ts';

/** What a card says, in Markdown with names as code. */
export function cardSentence({ changes }: Card): string {
  return sentenceOfAll(changes);
}

/** The same in a title's length. */
export function cardTitle(card: Card): string {
  return titleOf(cardSentence(card));
}
