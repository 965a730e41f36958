/** Names from A to Z: a page of at most 500 names is one list, a longer one is split by the next letter. */
import { expect, test } from 'vitest';
import { indexPage, indexPaths } from '../../../src/view/pages/index-page.ts';
import { serviceOf } from '../../diff/rules/example-notation.ts';
import { modelsSite } from '../../search/models-site.ts';

/** A site with one service, `example`, and these operations. */
function siteOf(names: readonly string[]) {
  const service = serviceOf(names.join('\n'));
  if (service === undefined) throw new Error('expected a service');
  return modelsSite([service]);
}

/** Names that share a beginning: `Getaa0`, `Getaa1`, …, `Getab0`, …. */
const many = (count: number, beginning = 'Get') =>
  Array.from({ length: count }, (_, at) => {
    const letters = [Math.floor(at / 260), Math.floor(at / 10) % 26].map((one) => String.fromCharCode(97 + one));
    return `${beginning}${letters.join('')}${at % 10}`;
  });

function pageOf(names: readonly string[], beginning: string) {
  const page = indexPage(siteOf(names), beginning);
  return {
    parts: page.parts.map(({ label, count, ends }) => `${label} ${count}: ${ends.join(' … ')}`),
    names: page.names.map(({ name }) => name),
  };
}

test('the first page leads to one page for each letter, and lists nothing itself', () => {
  expect(pageOf(['GetCup', 'GiveCup', 'DropCup'], '')).toEqual({
    parts: ['D 1: DropCup', 'E 1: example', 'G 2: GetCup … GiveCup'],
    names: [],
  });
  expect(pageOf(['GetCup', 'GiveCup', 'DropCup'], 'g')).toEqual({ parts: [], names: ['GetCup', 'GiveCup'] });
});

test('500 names are one list, and 501 are split where they begin to differ', () => {
  const names = many(501);
  expect(pageOf(names.slice(0, 500), 'g')).toEqual({ parts: [], names: names.slice(0, 500) });
  // What all of them share makes no page with one link.
  expect(pageOf(names, '').parts).toEqual(['E 1: example', 'Get 501: Getaa0 … Getby0']);
  const parts = ['Geta 260: Getaa0 … Getaz9', 'Getb 241: Getba0 … Getby0'];
  expect(pageOf(names, 'get')).toEqual({ parts, names: [] });
  expect(pageOf(names, 'getb').names).toEqual(names.slice(260));
});

test('a name that ends where others go on stays on their page', () => {
  const names = ['Get', ...many(501)];
  const parts = ['Geta 260: Getaa0 … Getaz9', 'Getb 241: Getba0 … Getby0'];
  expect(pageOf(names, 'get')).toEqual({ parts, names: ['Get'] });
});

test('every part has an address, and the first page none of its own', () => {
  const site = siteOf(many(501));
  expect(
    indexPaths(site)
      .map(({ props }) => props.beginning)
      .sort(),
  ).toEqual(['e', 'get', 'geta', 'getb']);
});
