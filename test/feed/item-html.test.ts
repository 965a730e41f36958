/** Tests the body of a feed item: what is said of a change, what is cut, and that no text of a source becomes markup. */
import { expect, test } from 'vitest';
import { itemHtml } from '../../src/feed/item-html.ts';
import type { Change } from '../../src/model/index.ts';
import { changeCards } from '../../src/view/changes/change-card.ts';
import type { FeedEntry } from '../../src/view/changes/feed-entry.ts';
import { cardSections } from '../../src/view/pages/service-release-page.ts';
import { changeOf, placeOf } from '../changes-by-hand.ts';
import { fixtureSite } from '../fixture-site.ts';

const site = fixtureSite('/docs/');
const url = 'https://docs.example.org/docs/releases/1.0/elbv2/';

function bodyOf(changes: readonly Change[], notes: readonly string[] = []): string {
  const news: FeedEntry = {
    ...{ release: '1.0', service: 'elbv2', title: 'ELB', what: '', date: null, sortDate: '2025-01-01', url },
    ...{ summary: '', notes, kinds: [], sections: cardSections(site, 'elbv2', changeCards(site, changes)) },
  };
  return itemHtml(site, news);
}

const future = (index: number, more: Partial<Change> = {}) =>
  changeOf('of-the-future', `v${index}`, { key: `k${index}`, ...more });
const count = (html: string, part: string) => html.split(part).length - 1;

test('a change is its severity, which leads to it, its sentence, and its place, which leads to the reference', () => {
  const reference = 'https://docs.example.org/docs/services/elbv2/CreateListener/';
  expect(bodyOf([future(1, { severity: 'breaking' })], ['<p>Words.</p>'])).toBe(
    '<blockquote><p>Words.</p></blockquote>' +
      `<h3><a href="${reference}"><code>CreateListener</code></a></h3>` +
      `<ul><li><a href="${url}#k1"><strong>breaks callers</strong></a>: Of the future: <code>v1</code>` +
      `<ul><li><a href="${reference}#request.Protocol"><code>CreateListener request Protocol</code></a></li></ul></li></ul>`,
  );
});

test('what has no page is named all the same', () => {
  const places = [placeOf('Gone', 'A')];
  expect(bodyOf([future(1, { places })])).toBe(
    `<h3>Gone</h3><ul><li><a href="${url}#k1"><strong>new or looser</strong></a>: Of the future: <code>v1</code>` +
      '<ul><li><code>Gone request A</code></li></ul></li></ul>',
  );
  expect(bodyOf([future(1, { places: [placeOf(null, '')] })])).toBe(
    `<h3>The service</h3><ul><li><a href="${url}#k1"><strong>new or looser</strong></a>: Of the future: <code>v1</code></li></ul>`,
  );
});

test('how far a change reaches is said before its places', () => {
  const html = bodyOf([future(1, { places: [placeOf('CreateListener', 'Port'), placeOf('ModifyListener', 'Port')] })]);
  expect(html).toContain('<code>v1</code> (2 operations, 2 places)<ul><li>');
  expect(html).toContain('<h3>In several operations</h3>');
});

test('what was there and what is there now stand below each other, or in one text where it is long', () => {
  expect(bodyOf([future(1, { before: 'a<b', after: 'c' })])).toContain(
    '<br>before: <del><code>a&#60;b</code></del><br>after: <ins><code>c</code></ins><ul>',
  );
  expect(bodyOf([future(1, { before: 'was' })])).toMatch(/<br>before: <del><code>was<\/code><\/del><ul>/);
  expect(bodyOf([future(1, { after: 'is' })])).toMatch(/<\/code><br>after: <ins><code>is<\/code><\/ins><ul>/);
  const words = 'A long text that says the same for more than sixty letters <and> a';
  expect(bodyOf([future(1, { before: `${words} cat`, after: `${words} dog` })])).toContain(
    '<p>A long text that says the same for more than sixty letters &#60;and&#62; a <del>cat</del><ins>dog</ins></p>',
  );
});

test('120 changes are shown, and the rest is counted', () => {
  const many = (number: number) => bodyOf(Array.from({ length: number }, (_, index) => future(index)));
  expect(count(many(120), '<strong>')).toBe(120);
  expect(many(120)).not.toContain('more');
  expect(count(many(122), '<strong>')).toBe(120);
  expect(many(122)).toContain(`</ul><p><a href="${url}">And 2 more changes</a></p>`);
});

test('an operation of which nothing is shown any more has no title', () => {
  const changes = ['A', 'B', 'C'].flatMap((operation) =>
    Array.from({ length: 60 }, (_, index) =>
      future(index, { key: `${operation}${index}`, places: [placeOf(operation, 'F')] }),
    ),
  );
  const html = bodyOf(changes);
  expect([...html.matchAll(/<h3>(.)/g)].map(([, name]) => name)).toEqual(['A', 'B']);
  expect(html).toContain('And 60 more changes');
});

test('40 places are shown, and the rest is counted', () => {
  const reaching = (number: number) =>
    bodyOf([future(1, { places: Array.from({ length: number }, (_, index) => placeOf('Gone', `F${index}`)) })]);
  expect(count(reaching(40), '<code>Gone request F')).toBe(40);
  expect(reaching(40)).not.toContain('more');
  expect(count(reaching(43), '<code>Gone request F')).toBe(40);
  expect(reaching(43)).toContain('F39</code></li><li>and 3 more</li></ul>');
});

test('no change and no word is a sentence', () => {
  expect(bodyOf([])).toBe('<p>No changes were found.</p>');
  expect(bodyOf([], ['<p>Words.</p>'])).toBe('<blockquote><p>Words.</p></blockquote>');
});
