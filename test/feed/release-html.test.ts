/** Tests the body and the title of an item about a whole release. */
import { expect, test } from 'vitest';
import { bytesOf, maxBody } from '../../src/feed/body.ts';
import { releaseTitle } from '../../src/feed/item-title.ts';
import { releaseHtml } from '../../src/feed/release-html.ts';
import type { Change } from '../../src/model/index.ts';
import type { GeneralNote, ServiceRelease } from '../../src/store/types.ts';
import { feedRelease, releaseNews } from '../../src/view/changes/feed-release.ts';
import { changeOf } from '../changes-by-hand.ts';
import { paragraph } from '../fixture-services.ts';
import { noCounts, releaseOf, serviceRelease, siteWith } from './feeds-by-hand.ts';

const release = releaseOf('1.0 2025-01-01');

/** What the item of a release says of these changes, by service. */
function told(
  all: Readonly<Record<string, readonly Change[]>>,
  notes: readonly GeneralNote[] = [],
  more: Partial<ServiceRelease> = {},
) {
  const entries = Object.entries(all).map(([service, changes]) => {
    const counts = { ...noCounts };
    for (const { severity, audience } of changes) counts[audience === 'wire' ? 'wire' : severity]++;
    return serviceRelease(release, service, { counts, ...more });
  });
  const site = siteWith([release], entries, (service) => all[service] ?? [], { generalNotes: () => notes });
  const [news] = releaseNews(site);
  if (news === undefined) throw new Error('Unexpected silence, expected news');
  const one = feedRelease(site, news);
  return { html: releaseHtml(one), title: releaseTitle(one) };
}

const change = (service: string, value: string, more: Partial<Change> = {}) =>
  changeOf('of-the-future', value, { service, places: [], ...more });

test('services stand with what is worst first, and the title says that', () => {
  const { html, title } = told({
    a: [change('a', 'a1'), change('a', 'a2')],
    b: [change('b', 'b1'), change('b', 'b2', { severity: 'breaking' })],
    c: [change('c', 'c1', { severity: 'dangerous', key: 'abc' })],
  });
  expect(title).toBe('1.0: b: Of the future: b2, and 4 more changes in 3 services');
  expect(
    [...html.matchAll(/<code>([abc])<\/code><\/a> (Title of .)<\/h3><p>(.*?)<\/p>/g)].map((found) => found.slice(1)),
  ).toEqual([
    ['b', 'Title of b', '1 breaks callers, 1 new or looser'],
    ['c', 'Title of c', '1 may break'],
    ['a', 'Title of a', '2 new or looser'],
  ]);
  expect(html.indexOf('b2')).toBeLessThan(html.indexOf('b1'));
  expect(html).toContain('<li><a href="https://docs.example.org/docs/releases/1.0/c/#abc">');
});

test('a sentence that three services share is said once', () => {
  const same = (service: string) => change(service, 'same', { key: 'k' });
  const { html } = told({ a: [same('a'), change('a', 'own')], b: [same('b')], c: [same('c')] });
  expect(html).toMatch(/^<h3>In several services<\/h3><ul><li>Of the future: <code>same<\/code> \(3 services: <a /);
  expect(html.split('>same<').length).toBe(2);
  expect(html).toContain('>own<');
});

test('all services are in a body that is never too long, each with fewer lines', () => {
  for (const [services, changes] of [
    [3, 400],
    [30, 30],
    [120, 20],
    [400, 3],
  ] as const) {
    const names = Array.from({ length: services }, (_, index) => `service-${index}`);
    const { html } = told(
      Object.fromEntries(
        names.map((name) => [name, Array.from({ length: changes }, (_, index) => change(name, `${name}-${index}`))]),
      ),
    );
    expect(bytesOf(html)).toBeLessThanOrEqual(maxBody);
    const shown = names.filter((name) => html.includes(`<code>${name}</code>`)).length;
    if (services <= 120) expect(shown).toBe(services);
    else {
      expect(shown).toBeGreaterThan(250);
      expect(html).toContain(`And ${((services - shown) * changes).toLocaleString('en')} more changes</a>`);
    }
  }
});

test('changes on the wire are counted in one line', () => {
  const { html } = told({ a: [change('a', 'x'), change('a', 'hidden', { audience: 'wire' })] });
  expect(html).toContain('<p>1 change on the wire only: SDK callers see nothing of them.</p>');
  expect(html).not.toContain('hidden');
});

test('the notes on no service are its first words, and its title where nothing else happened', () => {
  const notes = [{ about: 'TLS <1.2', category: null, text: paragraph('Needs TLS 1.2 now. And more.') }];
  expect(told({}, notes)).toEqual({
    html: '<blockquote><p><strong>TLS &#60;1.2</strong></p><p>Needs TLS 1.2 now. And more.</p></blockquote>',
    title: '1.0: Needs TLS 1.2 now',
  });
  expect(told({ a: [change('a', 'x')] }, notes).title).toBe('1.0: a: Of the future: x');
});

test('where only notes on services are news, the first is the title', () => {
  const more = { notes: [{ category: null, text: paragraph('Words of the team. More.') }] };
  expect(told({ a: [], b: [], c: [] }, [], more).title).toBe('1.0: a: Words of the team, and news of 2 more services');
  expect(told({ a: [] }, [], more).title).toBe('1.0: a: Words of the team');
  expect(told({ a: [], b: [] }, [], { status: 'added' }).title).toBe('1.0: a: new service, and news of 1 more service');
});
