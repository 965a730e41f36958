/** Cards of a service stand by what they touch: the service, several operations, or one of them. */
import { expect, test } from 'vitest';
import type { ServiceRelease, StoreReader } from '../../../src/store/types.ts';
import type { ChangeCard } from '../../../src/view/changes/change-card.ts';
import { wordsTitle } from '../../../src/view/changes/release-sections.ts';
import { cardSections, countWords, serviceReleasePage } from '../../../src/view/pages/service-release-page.ts';
import { changeOf } from '../../changes-by-hand.ts';
import { fixtureSite } from '../../fixture-site.ts';

const card = (...touched: readonly string[]) => ({ touched }) as unknown as ChangeCard;

test('the service first, then several operations, then each by its name', () => {
  const cards = [card('ModifyListener'), card('CreateListener'), card(), card('A', 'B'), card('CreateListener')];
  const sections = cardSections(fixtureSite('/docs/'), 'elbv2', cards);
  expect(sections.map(({ title, code, anchor, cards: own }) => [title, code, anchor, own.length])).toEqual([
    ['The service', false, 'service', 1],
    ['In several operations', false, 'several', 1],
    ['CreateListener', true, 'operation.CreateListener', 2],
    ['ModifyListener', true, 'operation.ModifyListener', 1],
  ]);
  expect(sections.map(({ url }) => url)).toEqual([
    null,
    null,
    '/docs/services/elbv2/CreateListener/',
    '/docs/services/elbv2/ModifyListener/',
  ]);
  expect(cardSections(fixtureSite('/docs/'), 'elbv2', [])).toEqual([]);
});

test('counts are one line', () => {
  const count = (words: string, number: string) => ({ words, count: number }) as never;
  expect(countWords([])).toBe('no changes');
  expect(countWords([count('may break', '1'), count('new or looser', '3')])).toBe('1 may break, 3 new or looser');
});

test('a fold says how many descriptions and statements it has', () => {
  expect([wordsTitle(0, 0), wordsTitle(1, 0), wordsTitle(0, 2), wordsTitle(2, 1)]).toEqual([
    '',
    '1 statement without effect on calls',
    '2 descriptions changed',
    '1 description changed, 2 statements without effect on calls',
  ]);
});

test('a release without changes says why', () => {
  const site = fixtureSite('/docs/');
  const empty = (status: ServiceRelease['status'], described = 0) => {
    const [entry] = site.store.serviceReleases({ service: 'elbv2' });
    if (entry === undefined) throw new Error('expected a release');
    const changes: StoreReader['changes'] = () => [];
    const descriptions: StoreReader['descriptions'] = () =>
      Array.from({ length: described }, () => changeOf('documentation-changed', '', { before: 'a', after: 'b' }));
    const store = { ...site.store, serviceReleases: () => [{ ...entry, status }], changes, descriptions };
    return serviceReleasePage({ ...site, store }, entry.release.id, 'elbv2').empty;
  };
  expect(empty('first')).toBe('This is the earliest state that is known, so there is nothing to compare it with.');
  expect(empty('changed')).toBe('No changes were found, or the source does not show them.');
  expect(empty('changed', 1)).toBe('Nothing of the API changed, only how it is described.');
});
