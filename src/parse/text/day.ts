/** Days of documents: one that is in no calendar gives a message, and no day. */
import { type Messages, type Point, quote } from '../messages.ts';

/** The ISO day if the calendar has it. */
export function dayOf(iso: string | null | undefined, messages: Messages, at: Point): string | null {
  if (iso === null || iso === undefined || isDay(iso)) return iso ?? null;
  messages.add('unknown-day', quote(iso), at);
  return null;
}

function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

// Not with dots: that may be a version.
const numbers = /(?<!\d)(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)/;
const monthFirst = /(?<![A-Za-z])([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/;
const dayFirst = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})(?!\d)/;
const months = 'January February March April May June July August September October November December'.split(' ');

/** A day among words, in ISO form, and the words that state it; undefined if no form of a day is clear. */
export function statedDay(words: string): { readonly iso: string; readonly text: string } | undefined {
  const plain = numbers.exec(words);
  if (plain !== null) return { iso: isoOf(plain[1], Number(plain[3]), plain[4]), text: plain[0] };
  for (const found of words.includes(' ') ? [monthFirst.exec(words), dayFirst.exec(words)] : []) {
    const [text, one = '', other = '', year] = found ?? [];
    const isMonthFirst = /^[A-Za-z]/.test(one);
    const month = monthOf(isMonthFirst ? one : other);
    if (text !== undefined && month > 0) return { iso: isoOf(year, month, isMonthFirst ? other : one), text };
  }
  return undefined;
}

/** Whether words without a clear day may mean one all the same: `05.02.2024`, `2024.2.5`, `Winter 2024`. */
export function looksLikeDay(words: string): boolean {
  return /(?<!\d)(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?:\d{2})?|(?:19|20)\d{2})(?!\d)/.test(words);
}

function isoOf(year: string | undefined, month: number, day: string | undefined): string {
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The number of a month, by its name or the beginning of it; 0 for other words. */
function monthOf(name: string): number {
  return (
    months.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1 ||
    Number(/^sept$/i.test(name)) * 9
  );
}
