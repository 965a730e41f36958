/** The names on the cards of a comparison: those of the page of a release, in the same order. */
import { expect, test } from 'vitest';
import { toldCards } from '../../../src/diff/net.ts';
import { changeCards } from '../../../src/view/changes/change-card.ts';
import { allChips, mostOpenChips } from '../../../src/view/compare/chips.ts';
import { compareView } from '../../../src/view/compare/compare-view.ts';
import { spans } from '../../../src/view/site/words.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { fixtureSite } from '../../fixture-site.ts';
import { historyOf } from './tiny-history.ts';

const numbers = [10, 2, 30, 4, 1];
const values = numbers.map((at) => changeOf('enum-value-added', `v${at}`, { key: `v${at}` }));
const fields = numbers.map((at) =>
  changeOf('field-removed', '', { key: `F${at}`, severity: 'breaking', places: [placeOf('CreateListener', `F${at}`)] }),
);

test('a card of many values, or fields, has the names of the page of a release', () => {
  const told = toldCards([...values, ...fields]);
  expect(told.map(({ names }) => names)).toEqual([
    ['`F1`', '`F2`', '`F4`', '`F10`', '`F30`'],
    ['`v1`', '`v2`', '`v4`', '`v10`', '`v30`'],
  ]);
  const shown = changeCards(fixtureSite(), [...fields, ...values.toReversed()]);
  expect(shown.map(({ titleText }) => titleText)).toEqual(told.map(({ sentence }) => sentence));
  expect(shown.map(({ changes }) => changes.map(({ name }) => name))).toEqual(
    told.map(({ names }) => names.map((name) => spans(name))),
  );
});

test('a sentence that names all has no list, and one name is listed once', () => {
  expect(toldCards(values.slice(0, 3)).map(({ names }) => names)).toEqual([[]]);
  const traits = numbers.map((at) => changeOf('trait-added', 'new', { key: `t${at}` }));
  expect(toldCards(traits).map(({ names }) => names)).toEqual([[]]);
});

test('a list of more names is folded, and says how many they are', () => {
  expect([mostOpenChips, allChips(1025)]).toEqual([24, 'all 1,025']);
});

test('fields of one error are one card, as on the page of a release', () => {
  const error = (...names: readonly string[]) =>
    ['Brew error TooHot', ...names.map((name) => `Brew error TooHot ${name} string`)].join('\n');
  const told = (from: string, to: string) =>
    compareView(historyOf([from, to]), '1.0.0', '1.0.1')[to.length > from.length ? 'good' : 'bad'].flatMap(
      ({ cards }) => cards.map(({ card }) => [card.sentence, card.names.length]),
    );
  const [less, more] = [error('A'), error('A', 'd10', 'd2', 'd1', 'd3')];
  expect(told(less, more)).toEqual([['`TooHot` also carries `d1`, `d2`, `d3` and 1 more', 4]]);
  expect(told(more, less)).toEqual([['`TooHot` no longer carries `d1`, `d2`, `d3` and 1 more', 4]]);
  expect(told(less, error('A', 'd2'))).toEqual([['`TooHot` also carries `d2`', 0]]);
});
