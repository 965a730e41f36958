/** Tests the titles of items: sentences without marks of Markdown, on one line, and not too long. */
import { expect, test } from 'vitest';
import { itemTitle } from '../../src/feed/item-title.ts';
import type { Change } from '../../src/model/index.ts';
import type { ServiceRelease } from '../../src/store/types.ts';
import { feedEntry, feedNews } from '../../src/view/changes/feed-entry.ts';
import type { FeedTopic } from '../../src/view/site/urls.ts';
import { changeOf, placeOf } from '../changes-by-hand.ts';
import { paragraph } from '../fixture-services.ts';
import { noCounts, releaseOf, serviceRelease, siteWith } from './feeds-by-hand.ts';

const release = releaseOf('1.43.67 2026-08-07');

function titleOf(changes: readonly Change[], more: Partial<ServiceRelease> = {}, topic?: FeedTopic): string {
  const entry = serviceRelease(release, 's3', { counts: { ...noCounts, breaking: 1 }, ...more });
  const store = { descriptions: () => changes, described: () => [{ release, count: 1 }] };
  const services = () => [
    { id: 's3', title: 'S3', aliases: [], operations: 1, since: null, removedIn: null, changedIn: null },
  ];
  const site = siteWith([release], [entry], () => changes, { ...store, services });
  const [news] = feedNews(site, topic, 's3');
  if (news === undefined) throw new Error('Unexpected silence, expected news');
  return itemTitle(feedEntry(site, news));
}

const change = (kind: string, value: string, more: Partial<Change> = {}) =>
  changeOf(kind, value, { service: 's3', places: [placeOf('GetObject', 'A.B')], ...more });
const gone = change('operation-removed', 'GetObject', { severity: 'breaking', places: [placeOf('GetObject', '')] });

test('the worst change, and how many more there are', () => {
  expect(titleOf([change('of-the-future', 'x'), gone, change('of-the-future', 'y')])).toBe(
    's3: GetObject is gone, and 2 more changes (1.43.67)',
  );
  expect(titleOf([change('of-the-future', 'x'), gone])).toBe('s3: GetObject is gone, and 1 more change (1.43.67)');
});

test('a change that stands alone says what it means, too', () => {
  expect(titleOf([gone])).toBe('s3: GetObject is gone — calls fail with AttributeError after the upgrade (1.43.67)');
});

test('an empty value is quoted', () => {
  const gone = change('enum-value-removed', '', {
    shape: 'Place',
    severity: 'breaking',
    direction: 'request',
  } as Partial<Change>);
  expect(titleOf([gone])).toContain('no longer accepts "" (1.43.67)');
});

test('changes on the wire count for nothing', () => {
  expect(titleOf([change('of-the-future', 'x'), change('of-the-future', 'y', { audience: 'wire' })])).toBe(
    's3: Of the future: x (1.43.67)',
  );
});

test('a new service and one that is gone are sentences that name it themselves', () => {
  const service = { places: [placeOf(null, '')], severity: 'safe' } as const;
  expect(titleOf([change('service-added', '', { ...service, details: { operations: 26 } })], { status: 'added' })).toBe(
    'New service s3: 26 operations (1.43.67)',
  );
  expect(titleOf([change('service-removed', '', { ...service, severity: 'breaking' })], { status: 'removed' })).toBe(
    "s3 is gone — boto3.client('s3') raises UnknownServiceError (1.43.67)",
  );
});

test('where nothing changed, the note speaks', () => {
  const notes = [{ category: null, text: paragraph('Improves the caching\nof endpoints. And more.') }];
  expect(titleOf([], { notes })).toBe('s3: Improves the caching of endpoints (1.43.67)');
  expect(titleOf([], { notes: [{ category: null, text: paragraph('word '.repeat(200)) }] })).toMatch(
    /^s3: (?:word )+word… \(1\.43\.67\)$/,
  );
  expect(titleOf([], { notes: [{ category: null, text: paragraph('Fixed `#4332 <https://x.example>`__.') }] })).toBe(
    "s3: Fixed '#4332 <https://x.example>'__ (1.43.67)",
  );
  expect(titleOf([])).toBe('s3: no changes of the API (1.43.67)');
  expect(titleOf([], { status: 'added' })).toBe('s3: new service (1.43.67)');
});

test('each feed counts what it is about', () => {
  const all = [gone, { ...gone, value: 'Put', places: [placeOf('Put', '')] }, change('of-the-future', 'y')];
  expect(titleOf(all, {}, 'breaking')).toMatch(/^s3: .* gone — .* \(1\.43\.67\)$/);
  const required = change('required-added', '', { severity: 'breaking' });
  expect(titleOf([gone, required, ...all.slice(2)], {}, 'breaking')).toBe(
    's3: GetObject is gone, and 1 more that breaks callers (1.43.67)',
  );
  const words = ['A', 'B', 'C'].map((path) =>
    change('documentation-changed', '', { before: 'old', after: 'new', key: path, places: [placeOf('Put', path)] }),
  );
  expect(titleOf(words, {}, 'documentation')).toBe('s3: A: 1 word changed, and 2 more descriptions (1.43.67)');
});

test('no name makes a title two lines, Markdown, or a page long', () => {
  const names = ['a`b', 'a\nb', '*a* [b](c) <i>', 'x'.repeat(3_000)];
  for (const name of names) {
    const title = titleOf([change('of-the-future', name), change('of-the-future', 'y')]);
    expect(title).toMatch(/^s3: [^\n\r\t]+, and 1 more change \(1\.43\.67\)$/);
    expect(title.length).toBeLessThan(260);
    expect(title).not.toContain('`');
  }
});
