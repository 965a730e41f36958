/** The words of a comparison that its page and its Markdown share. */
import { dayWords } from '../site/days.ts';
import type { CompareView, Step } from './compare-view.ts';
import { count, counted } from './sentence-parts.ts';

/** The titles of what is folded on the page. */
export const foldTitles = {
  words: (cards: number): string => `${counted(cards, 'statement')} without effect on calls`,
  wire: (cards: number): string => `On the wire only: ${counted(cards, 'change')} that SDK callers do not see`,
  quiet: 'Words and the wire, release by release',
} as const;

/** How many releases lie between two versions: only those that changed the services count. */
export function betweenWords(releases: number, services: readonly string[]): string {
  const what = services.length === 1 ? services[0] : 'one of these services';
  if (releases <= 1) return `${releases === 0 ? 'no' : 'one'} release changed ${what}`;
  return `${count(releases)} releases changed ${what}`;
}

/** `1.43.33 of 12 May 2026`. */
export function releaseWords({ id, date }: Pick<CompareView['between'][number], 'id' | 'date'>): string {
  return date === null ? id : `${id} of ${dayWords(date)}`;
}

/** What a release did beside its lines; empty if nothing. */
export function restWords({ more, descriptions }: Pick<Step, 'more' | 'descriptions'>): string {
  return [
    ...(more > 0 ? [`${counted(more, 'change')} more`] : []),
    ...(descriptions > 0 ? [`${counted(descriptions, 'description')} changed`] : []),
  ].join(', ');
}

/** Where a card is, if it is in many places. */
export function reachWords(operations: number, places: number): string {
  return `${counted(operations, 'operation')}, ${counted(places, 'place')}`;
}

/** Whether so many places are folded: more would fill a screen. */
export function isFolded(operations: number, places: number): boolean {
  return places > 8 || operations > 6;
}

/** With a capital letter at its beginning. */
export function asTitle(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
