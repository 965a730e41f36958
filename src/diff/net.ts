/** The door for what compares inside a page: as much of the differ as fits there, and nothing of the rest. */
export { isDeprecation } from './cards/cards.ts';
export { type Asked, heldIn, isNetted, netChanges, type ToldCard, toldCards } from './net/net.ts';
export { count, counted } from './wording/code.ts';
export { type SentencePart, sentenceParts } from './wording/code-spans.ts';
