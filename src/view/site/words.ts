/** Counts, lists and values in words. */
import { type SentencePart, sentenceParts } from '../../diff/catalogue.ts';
import type { Json } from '../../model/index.ts';

export { counted, listed } from '../../diff/catalogue.ts';
export { dayWords, monthWords, shortMonthWords, weekdayWords } from './days.ts';

/** Part of a sentence; names of the API are code. */
export type Span = SentencePart;

/** The parts of a sentence that is written in Markdown. */
export const spans = sentenceParts;

/** A value of JSON on one line. */
export function jsonText(value: Json): string {
  return JSON.stringify(value);
}
