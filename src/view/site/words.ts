/** Counts, lists and values in words. */
import { type SentencePart, sentenceParts } from '../../diff/catalogue.ts';
import type { Json } from '../../model/index.ts';

export { counted, listed } from '../../diff/catalogue.ts';

/** Part of a sentence; names of the API are code. */
export type Span = SentencePart;

/** The parts of a sentence that is written in Markdown. */
export const spans = sentenceParts;

/** A value of JSON on one line. */
export function jsonText(value: Json): string {
  return JSON.stringify(value);
}

/** `2025-11-13` as `13 November 2025`; anything that is no day stays as it is. */
export function dayWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/** `2025-11` as `November 2025`. */
export function monthWords(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
}

/** `2025-11-13` as `Nov 2025`, where the day says too much. */
export function shortMonthWords(day: string): string {
  return `${months[Number(day.slice(5, 7)) - 1]?.slice(0, 3) ?? day} ${day.slice(0, 4)}`;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
