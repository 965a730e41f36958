/** Every card on the page of one service in one release, in the order of the page. */
import type { ChangeCard } from '../../src/view/changes/change-card.ts';
import type { ReleaseSections } from '../../src/view/changes/release-sections.ts';

export function cardsIn({ bad, good, words, wire }: ReleaseSections): readonly ChangeCard[] {
  return [...[...bad, ...good].flatMap(({ cards }) => cards), ...words, ...wire];
}
