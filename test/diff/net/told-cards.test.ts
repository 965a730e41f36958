/** Changes between two versions as cards: names that the sentence has no room for are listed, and changes bring words. */
import { expect, test } from 'vitest';
import { toldCards } from '../../../src/diff/net.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';

const gone = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    changeOf('field-removed', '', { key: `k${at}`, severity: 'breaking', places: [placeOf('Brew', `Leaf${at}`)] }),
  );

test('up to three names stand in the sentence, and of more all stand below it', () => {
  expect(toldCards(gone(3))).toMatchObject([
    { sentence: expect.stringContaining('`Leaf0`, `Leaf1` and `Leaf2`'), names: [] },
  ]);
  expect(toldCards(gone(4))).toMatchObject([
    { sentence: expect.stringContaining('`Leaf2` and 1 more'), names: ['`Leaf0`', '`Leaf1`', '`Leaf2`', '`Leaf3`'] },
  ]);
});

test('the worst comes first, each with its advice, and what was computed before has its own sentence', () => {
  const [removed] = gone(1);
  if (removed === undefined) throw new Error('expected a change');
  const brought = changeOf('error-type-changed', '', { key: 'e', details: { sentence: 'The error is another one.' } });
  const cards = toldCards([brought, removed]);
  expect(cards.map(({ sentence, advice }) => [sentence, advice !== undefined])).toEqual([
    [expect.stringContaining('no longer takes `Leaf0`'), true],
    ['The error is another one.', false],
  ]);
});
