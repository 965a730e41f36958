/** Cards of a service stand by what they touch: the service, several operations, or one of them. */
import { expect, test } from 'vitest';
import type { ChangeCard } from '../../../src/view/changes/change-card.ts';
import { cardSections, countWords } from '../../../src/view/pages/service-release-page.ts';
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
