/** Tests the body of an item about a service: what is said of a change, what is cut, and that no text of a source becomes markup. */
import { expect, test } from 'vitest';
import { bytesOf, maxBody } from '../../src/feed/body.ts';
import { itemHtml } from '../../src/feed/item-html.ts';
import type { Change } from '../../src/model/index.ts';
import { feedEntry, feedNews } from '../../src/view/changes/feed-entry.ts';
import type { FeedTopic } from '../../src/view/site/urls.ts';
import { changeOf, placeOf } from '../changes-by-hand.ts';
import { paragraph } from '../fixture-services.ts';
import { noCounts, releaseOf, serviceRelease, siteWith } from './feeds-by-hand.ts';

const release = releaseOf('1.0 2025-01-01');
const url = 'https://docs.example.org/docs/releases/1.0/elbv2/';

function bodyOf(changes: readonly Change[], notes: readonly string[] = [], topic?: FeedTopic): string {
  const entry = serviceRelease(release, 'elbv2', {
    counts: { ...noCounts, breaking: 1 },
    notes: notes.map((note) => ({ category: null, text: paragraph(note) })),
  });
  const site = siteWith([release], [entry], () => changes, {
    descriptions: () => changes,
    described: () => [{ release, count: changes.length }],
  });
  const [news] = feedNews(site, topic, 'elbv2');
  if (news === undefined) throw new Error('Unexpected silence, expected news');
  return itemHtml(feedEntry(site, news));
}

const future = (index: number | string, more: Partial<Change> = {}) =>
  changeOf('of-the-future', `v${index}`, { key: `k${index}`, ...more });
const count = (html: string, part: string) => html.split(part).length - 1;

test('a change is its sentence, which leads to it, and its place', () => {
  expect(bodyOf([future(1, { severity: 'breaking' })], ['Words.'])).toBe(
    '<blockquote><p>Words.</p></blockquote><h3>Breaks callers (1)</h3>' +
      `<ul><li><a href="${url}#k1">Of the future: <code>v1</code></a>` +
      '<br><code>CreateListener request Protocol</code></li></ul>',
  );
});

test('what breaks callers comes first, and each severity has its number', () => {
  const html = bodyOf([
    future(1),
    future(2, { severity: 'dangerous' }),
    future(3, { severity: 'breaking' }),
    future(4),
  ]);
  expect([...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)).toEqual([
    ...['Breaks callers (1)', 'May break (1)', 'New or looser (2)'],
  ]);
});

test('what has no page is named all the same, and what has no place is said alone', () => {
  expect(bodyOf([future(1, { places: [placeOf('Gone', 'A')] })])).toContain('</a><br><code>Gone request A</code></li>');
  expect(bodyOf([future(1, { places: [placeOf(null, '')] })])).toContain('<code>v1</code></a></li></ul>');
});

test('how far a change reaches is said before its places', () => {
  const html = bodyOf([future(1, { places: [placeOf('CreateListener', 'Port'), placeOf('ModifyListener', 'Port')] })]);
  expect(html).toContain('<code>v1</code></a> (2 operations, 2 places)<br><code>');
});

test('what was there and what is there now stand below each other, or in one text where it is long', () => {
  expect(bodyOf([future(1, { before: 'a<b', after: 'c' })])).toContain(
    '<br>before: <del><code>a&#60;b</code></del><br>after: <ins><code>c</code></ins><br>',
  );
  expect(bodyOf([future(1, { before: 'was' })])).toMatch(/<br>before: <del><code>was<\/code><\/del><br>/);
  expect(bodyOf([future(1, { after: 'is' })])).toMatch(/<\/a><br>after: <ins><code>is<\/code><\/ins><br>/);
  const words = 'A long text that says the same for more than sixty letters <and> a';
  expect(bodyOf([future(1, { before: `${words} cat`, after: `${words} dog` })])).toContain(
    '<p>A long text that says the same for more than sixty letters &#60;and&#62; a <del>cat</del><ins>dog</ins></p>',
  );
  expect(bodyOf([future(1, { after: '🦔'.repeat(3_000) })])).toContain(
    `<ins><code>${'🦔'.repeat(1_000)}…</code></ins>`,
  );
});

test('values that the sentence only counts are listed', () => {
  const values = Array.from({ length: 50 }, (_, index) =>
    changeOf('enum-value-added', `v${index}`, { shape: 'Colour', key: `k${index}` }),
  );
  const html = bodyOf(values);
  expect(html).toContain('<p><code>v0</code>, <code>v1</code>');
  expect(html).toContain('<code>v39</code> and 10 more</p>');
  expect(bodyOf(values.slice(0, 3))).not.toContain('<p>');
});

test('a body is cut at a change, with a link to the rest, and never longer than it may be', () => {
  for (const number of [60, 100, 301, 2_000]) {
    const changes = Array.from({ length: number }, (_, index) => ({
      ...future(`<${index}>`.repeat(40)),
      // Of many kinds, or it would be a migration.
      kind: `of-the-future-${index % 7}`,
    }));
    const html = bodyOf(changes, ['Note.']);
    const shown = count(html, '<li><a href="https://docs.example.org/docs/releases');
    expect(bytesOf(html)).toBeLessThanOrEqual(maxBody);
    expect(bytesOf(html)).toBeGreaterThan(maxBody - 2_500);
    expect(html).toContain(`<a href="${url}">And ${(number - shown).toLocaleString('en')} more changes</a></p>`);
    expect(html).toMatch(/<\/li><\/ul><p><a /);
    expect(html).toContain(`New or looser (${number.toLocaleString('en')})`);
  }
});

test('what is worse is never left out for what is less bad', () => {
  const large = 'x'.repeat(40_000);
  const html = bodyOf([future(1, { severity: 'breaking', places: [placeOf('Gone', large)] }), future(2)]);
  expect(html).toBe(`<p><a href="${url}">And 2 more changes</a></p>`);
});

test('3 places are shown, and the rest is counted', () => {
  const reaching = (number: number) =>
    bodyOf([future(1, { places: Array.from({ length: number }, (_, index) => placeOf(`Gone${index}`, 'F')) })]);
  expect(count(reaching(3), ' request F</code>')).toBe(3);
  expect(reaching(3)).not.toContain('more');
  expect(count(reaching(9), ' request F</code>')).toBe(3);
  expect(reaching(9)).toContain('<code>Gone2 request F</code><br>and 6 more</li>');
});

test('fields of one request share a line', () => {
  const html = bodyOf([future(1, { places: [placeOf('Put', 'A'), placeOf('Put', 'B.C'), placeOf('Get', 'A')] })]);
  expect(html).toContain('<br><code>Put request A, B.C</code><br><code>Get request A</code></li>');
});

test('the one place that the sentence names is not said again', () => {
  const added = (path: string) =>
    bodyOf([changeOf('field-added', '', { service: 's3', key: path, places: [placeOf('PutObject', path)] })]);
  expect(added('Acl')).toContain('<code>PutObject</code> takes');
  expect(added('Acl')).not.toContain('<br>');
  expect(added('Rules[].Acl')).toContain('<br><code>PutObject request Rules[].Acl</code>');
});

test('changes on the wire are counted in one line, and only there', () => {
  const wire = future('wire', { audience: 'wire', severity: 'breaking' });
  expect(bodyOf([future(1), wire])).toMatch(/<p>1 change on the wire only: SDK callers see nothing of them\.<\/p>$/);
  expect(bodyOf([future(1), wire])).not.toContain('vwire');
  expect(bodyOf([future(1, { severity: 'breaking' }), wire], [], 'breaking')).not.toContain('wire');
});

test('a migration is told by kind', () => {
  const many = Array.from({ length: 150 }, (_, index) => future(index, { severity: 'dangerous' }));
  const html = bodyOf([...many, future('worst', { severity: 'breaking' })]);
  expect(html).toContain('<h3>Many changes of few kinds</h3><ul><li>150 may break, such as<ul><li>Of the future');
  expect([...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)).toEqual([
    ...['Many changes of few kinds', 'Breaks callers (1)'],
  ]);
  expect(html).not.toContain('more change');
});

test('the feed of what breaks callers has only that, and says that there is more', () => {
  const html = bodyOf([future(1, { severity: 'breaking' }), future(2), future(3)], ['Words.'], 'breaking');
  expect(html).toContain('<blockquote><p>Words.</p></blockquote><h3>Breaks callers (1)</h3>');
  expect(html).toContain(`<p><a href="${url}">The release also has 2 other changes of this service</a></p>`);
  expect(html).not.toContain('>v2<');
});

test('changed descriptions are told without the notes, which are about something else', () => {
  const words = changeOf('documentation-changed', '', { before: 'The old <words>.', after: 'The new <words>.' });
  const html = bodyOf([words], ['Words.'], 'documentation');
  expect(html).toMatch(/^<h3>Changed descriptions \(1\)<\/h3><ul><li>(?!<a)/);
  expect(html).toContain('<del>old</del><ins>new</ins> &#60;words&#62;.');
  expect(html).not.toContain('blockquote');
});

test('long notes are told by their beginning', () => {
  const html = bodyOf([future(1)], ['A first sentence. '.repeat(1_000)]);
  expect(html).toContain('<blockquote><p>A first sentence.</p></blockquote><h3>');
});

test('no change and no word is a sentence', () => {
  expect(bodyOf([])).toBe('<p>No changes were found.</p>');
  expect(bodyOf([], ['Words.'])).toBe('<blockquote><p>Words.</p></blockquote>');
});
