/** Tests the addresses: safe as file names, distinct on every host, all under the base path. */
import { expect, test } from 'vitest';
import { storeNames } from '../../../src/view/site/site-names.ts';
import { distinctSlugs, fileSlug } from '../../../src/view/site/slug.ts';
import { fieldAnchor, pathSlug, shapeAnchor, siteUrls, valueAnchor } from '../../../src/view/site/urls.ts';
import { fixtureSite } from '../../fixture-site.ts';

test.each(['elbv2', 'lexv2-models', 'CreateListener', '1.40.73', '2020-09-08', '__listOfString'])(
  '%s is a file name as it is',
  (name) => expect(fileSlug(name)).toBe(name),
);

test.each([
  '',
  '.',
  '..',
  '../x',
  'a/b',
  'a\\b',
  'a b',
  'CON',
  'nul.txt',
  'é',
  '🦔',
  'a?b',
  'x'.repeat(400),
  '%2e',
  '~',
])('%j becomes a file name that is safe everywhere', (name) => {
  const slug = fileSlug(name);
  expect(slug).toMatch(/^[A-Za-z0-9_~][A-Za-z0-9_.~-]*$/);
  expect(slug).not.toMatch(/\.$|^(?:con|nul)(?:\.|$)/i);
  expect(slug.length).toBeLessThan(200);
  expect(encodeURIComponent(slug)).toBe(slug);
});

test('names that differ only by letter case have addresses that differ by more', () => {
  const slugs = distinctSlugs(['GetCsv', 'GetCSV', 'getcsv', 'Changes'], ['changes']);
  expect(slugs.get('GetCSV')).toBe('GetCSV');
  expect(new Set([...slugs.values(), 'changes'].map((slug) => slug.toLowerCase())).size).toBe(5);
});

test('every address stands under the base path', () => {
  for (const base of ['/', '/docs', '/docs/', 'a/b/']) {
    const { urls } = fixtureSite(base);
    const prefix = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
    const all = [
      urls.home(),
      urls.services(),
      urls.service('elbv2'),
      urls.operation('elbv2', 'CreateListener', 'request.Port'),
      urls.shape('elbv2', 'Large'),
      urls.subtree('elbv2', { operation: 'DescribeHuge', direction: 'response', path: 'Body' }),
      urls.serviceChanges('elbv2'),
      urls.releases(),
      urls.release('1.40.73'),
      urls.serviceRelease('1.40.73', 'elbv2', '0000000000a1'),
      urls.rules(),
      urls.rule('field-added'),
      urls.feeds(),
      urls.feed('rss'),
      urls.feed('json', 'elbv2'),
    ];
    for (const url of all) expect(url.startsWith(prefix)).toBe(true);
    expect(new Set(all).size).toBe(all.length);
    expect(urls.absolute(urls.home())).toBe(`https://docs.example.org${prefix}`);
    expect(fixtureSite(base, `https://docs.example.org${prefix}`).urls.absolute(prefix)).toBe(urls.absolute(prefix));
  }
});

test('anchors hold no white space and tell fields, items and values apart', () => {
  expect(fieldAnchor('request', 'Listeners[].Port')).toBe('request.Listeners[].Port');
  expect(valueAnchor('request', 'Protocol', 'TCP QUIC\u0007')).toBe('request.Protocol=TCP~20QUIC~7~');
});

test('a path is a file name', () => {
  expect(pathSlug('Filters[].Values{}.Name{key}')).toBe('Filters~items.Values~values.Name~keys');
  expect(pathSlug(Array.from({ length: 60 }, () => 'Member').join('.')).length).toBeLessThan(200);
});

test('the anchor of a shape is its name, but for one that could be the id of something else', () => {
  expect(['Tag', '__listOfTag', 'string'].map(shapeAnchor)).toEqual(['Tag', 'shape.__listOfTag', 'shape.string']);
});

test('the names of a service are read once, however many addresses are made of them', () => {
  const { store, memory } = fixtureSite();
  const names = storeNames(store, memory);
  const asked: string[] = [];
  const noting =
    <Args extends readonly string[], T>(name: string, read: (...args: Args) => T) =>
    (...args: Args): T => {
      asked.push([name, ...args].join(' '));
      return read(...args);
    };
  const urls = siteUrls({
    base: '/',
    names: {
      services: noting('services', names.services),
      releases: noting('releases', names.releases),
      months: names.months,
      operations: noting('operations', names.operations),
      shapes: noting('shapes', names.shapes),
      shapeLists: noting('lists', names.shapeLists),
      subtrees: noting('parts', names.subtrees),
    },
  });
  const made = () => [
    urls.operation('elbv2', 'Search'),
    urls.operation('elbv2', 'CreateListener'),
    urls.shape('elbv2', 'Large'),
    urls.shapeList('elbv2', 'C'),
    urls.subtree('elbv2', { operation: 'DescribeHuge', direction: 'response', path: 'Body' }),
    urls.release('1.40.73'),
  ];
  expect(made()).toEqual(made());
  expect(asked.toSorted()).toEqual([
    ...['lists elbv2', 'operations elbv2', 'parts elbv2 DescribeHuge response', 'releases', 'services', 'shapes elbv2'],
  ]);
});
