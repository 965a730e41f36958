/** How many names of a card are open on a page: more would fill a screen. */

export const mostOpenChips = 24;

/** The title of a fold of names. */
export function allChips(count: number): string {
  return `all ${count.toLocaleString('en')}`;
}
