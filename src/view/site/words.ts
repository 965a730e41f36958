/** Counts, lists and values in words. */
import { type SentencePart, sentenceParts } from '../../diff/catalogue.ts';
import type { Json } from '../../model/index.ts';

export { counted, listed } from '../../diff/catalogue.ts';
export { dayWords, monthWords, shortMonthWords, weekdayWords } from './days.ts';

/** A part of a sentence. Names of the API are code. */
export type Span = SentencePart;

/** The parts of a sentence written in Markdown. */
export const spans = sentenceParts;

/** A JSON value on one line. */
export function jsonText(value: Json): string {
  return JSON.stringify(value);
}
