/** Counts, lists and values in words. */
import { codeFence, type Json } from '../../model/index.ts';

/** `1 field`, `4 fields`. */
export function counted(count: number, noun: string): string {
  // Asking the locale costs more than the rest of a field.
  const digits = count < 1000 ? String(count) : count.toLocaleString('en');
  return `${digits} ${noun}${count === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length <= 2) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

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

/** Part of a sentence; names of the API are code. */
export interface Span {
  readonly text: string;
  readonly code: boolean;
}

/** Reads the code spans of a sentence written in Markdown; everything else is text. */
export function spans(sentence: string): readonly Span[] {
  const parts: Span[] = [];
  let end = 0;
  for (const found of sentence.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gs)) {
    if (found.index > end) parts.push({ text: sentence.slice(end, found.index), code: false });
    const [all, , inside = ''] = found;
    // Markdown drops one blank at each end, so that a span can begin with a backtick.
    parts.push({ text: /^ .*\S.* $/s.test(inside) ? inside.slice(1, -1) : inside, code: true });
    end = found.index + all.length;
  }
  if (end < sentence.length) parts.push({ text: sentence.slice(end), code: false });
  return parts;
}

/** A name as a code span of Markdown, whatever it contains. */
export function codeSpan(name: string): string {
  const fence = codeFence(name);
  const pad = fence.length > 1 || /^ .* $/s.test(name) ? ' ' : '';
  return fence + pad + name + pad + fence;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
