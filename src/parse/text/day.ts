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
