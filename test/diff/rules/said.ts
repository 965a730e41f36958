/** Two services in the notation of examples, compared, as people read it: each card with its severity, then what has no effect. */
import { cardsOf, cardTitle, compareServices, plainSentence } from '../../../src/diff/index.ts';
import { serviceOf } from './example-notation.ts';

/** What is said of a difference, without its code spans. */
export function said(before: string, after: string): readonly string[] {
  const { changes = [], noEffect = [] } = compareServices(serviceOf(before), serviceOf(after)) ?? {};
  return [
    ...cardsOf(changes).map((card) => `${card.severity}: ${plainSentence(cardTitle(card))}`),
    ...noEffect.map(({ kind, why }) => `no effect: ${kind}, ${why}`),
  ];
}
