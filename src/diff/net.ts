/** The door for comparisons inside a page: only the part of the differ that is small enough for it. */
export { isDeprecation } from './cards/cards.ts';
export { inReadingOrder } from './cards/reading-order.ts';
export { type Asked, heldIn, isNetted, netChanges, type ToldCard, toldCards } from './net/net.ts';
export { code, count, counted } from './wording/code.ts';
export { type SentencePart, sentenceParts } from './wording/code-spans.ts';
export { sentenceOfWayBack } from './wording/way-back.ts';
