/** Days of documents: one that is in no calendar gives a message, and no day. Changelogs may state only a month. */
import { type Messages, type Point, quote } from '../messages.ts';

/** The ISO day, or the ISO month, if the calendar has it. */
export function dayOf(iso: string | null | undefined, messages: Messages, at: Point): string | null {
  if (iso === null || iso === undefined || isDay(iso.length === monthLength ? `${iso}-01` : iso)) return iso ?? null;
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
const isoMonth = /(?<![\d-])\d{4}-\d{2}(?![\d-])/;
const namedMonth = /(?<![A-Za-z])([A-Za-z]{3,9})\.?,? (\d{4})(?!\d)/;
const monthLength = '2025-11'.length;
const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * A day among words, in ISO form, and the words that state it; else a month, `2025-11`. Undefined if no form of either
 * is clear.
 */
export function statedDay(words: string): { readonly iso: string; readonly text: string } | undefined {
  const plain = numbers.exec(words);
  if (plain !== null) return { iso: isoOf(plain[1], Number(plain[3]), plain[4]), text: plain[0] };
  for (const found of words.includes(' ') ? [monthFirst.exec(words), dayFirst.exec(words)] : []) {
    const [text, one = '', other = '', year] = found ?? [];
    const isMonthFirst = /^[A-Za-z]/.test(one);
    const month = monthOf(isMonthFirst ? one : other);
    if (text !== undefined && month > 0) return { iso: isoOf(year, month, isMonthFirst ? other : one), text };
  }
  const [iso] = isoMonth.exec(words) ?? [];
  if (iso !== undefined) return { iso, text: iso };
  const [text, name = '', year] = namedMonth.exec(words) ?? [];
  const month = monthOf(name);
  return text === undefined || month === 0 ? undefined : { iso: isoOf(year, month), text };
}

/** Whether words without a clear day may mean one all the same: `05.02.2024`, `2024.2.5`, `Winter 2024`. */
export function looksLikeDay(words: string): boolean {
  return /(?<!\d)(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?:\d{2})?|(?:19|20)\d{2})(?!\d)/.test(words);
}

function isoOf(year: string | undefined, month: number, ...day: readonly (string | undefined)[]): string {
  return [year, month, ...day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The number of a month, by its name or the beginning of it; 0 for other words. */
function monthOf(name: string): number {
  return (
    months.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1 ||
    Number(/^sept$/i.test(name)) * 9
  );
}
