/** Tests what pages say to search engines: valid JSON, whatever the names hold, that cannot end its element. */
import { expect, test } from 'vitest';
import { pageHead } from '../../../src/view/site/site.ts';
import { structuredData, subjectOf } from '../../../src/view/site/structured-data.ts';
import { hostile } from '../../fixture-services.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');

test('a page is an article with the way to it', () => {
  const head = pageHead(site, {
    ...{ title: hostile, description: '</script><b>', url: '/docs/services/elbv2/', section: 'services' },
    crumbs: [{ label: 'Services', url: '/docs/services/' }],
    origin: { release: { id: '1.40.73', version: '1.40.73', date: '2025-11-13' } },
  });
  const text = structuredData(head) ?? '';
  expect(text).not.toMatch(/[<>&]/);
  expect(JSON.parse(text)).toMatchObject({
    '@graph': [
      {
        '@type': 'TechArticle',
        headline: hostile,
        dateModified: '2025-11-13',
      },
      {
        itemListElement: [
          { position: 1, item: 'https://docs.example.org/docs/services/' },
          { position: 2, name: hostile },
        ],
      },
    ],
  });
});

test('of a list without a day only its place is told, and of a page without a place only its title', () => {
  const about = {
    title: 'Shapes A',
    description: 'b',
    url: '/docs/services/elbv2/shapes/A/',
    section: 'services',
  } as const;
  const crumbs = [{ label: 'Services', url: '/docs/services/' }];
  const dataOf = (head: Parameters<typeof pageHead>[1]) => JSON.parse(structuredData(pageHead(site, head)) ?? '');
  expect(dataOf({ ...about, crumbs })).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: 'Services' }, { name: 'Shapes A' }],
  });
  expect(dataOf(about)).toEqual({ '@context': 'https://schema.org', '@type': 'TechArticle', headline: 'Shapes A' });
});

test('without an address there is nothing to say', () => {
  const own = fixtureSite('/', undefined);
  expect(
    structuredData({ ...pageHead(own, { title: 'a', description: 'b', url: '/', section: 'home' }), canonical: null }),
  ).toBeNull();
});

test.each([
  ['PutObject (s3): request, response, history', 'PutObject (s3)'],
  ['Releases', 'Releases'],
  [': a', ': a'],
  ['a:b', 'a:b'],
])('the subject of %o is %o', (title, subject) => {
  expect(subjectOf(title)).toBe(subject);
});
