/** Days of documents: one that is in no calendar gives a message, and no day. Changelogs may state only a month. */
import { type Messages, type Point, quote } from '../messages.ts';

/** The ISO day, or the ISO month, if the calendar has it. */
export function dayOf(iso: string | null | undefined, messages: Messages, at: Point): string | null {
  if (iso === null || iso === undefined || isDay(iso.length === month ? `${iso}-01` : iso)) return iso ?? null;
  messages.add('unknown-day', quote(iso), at);
  return null;
}

/** The first day in a heading as it is written, else the first month: `2025-11-13`, `2025-11`, `November 2025`. */
export function dayIn(heading: string): string | undefined {
  const iso = /\b\d{4}-\d{2}-\d{2}(?!\d)/.exec(heading) ?? /\b\d{4}-\d{2}(?![\d-])/.exec(heading);
  if (iso !== null) return iso[0];
  const [, name = '', year] = namedMonth.exec(heading) ?? [];
  const at = months.indexOf(name.slice(0, 3).toLowerCase());
  return at === -1 ? undefined : `${year}-${String(at + 1).padStart(2, '0')}`;
}

function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

const month = '2025-11'.length;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const namedMonth =
  /\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?,? (\d{4})\b/i;
