/** Tests every address letter by letter: they are in feeds and in other people's pages, and must not change. */
import { expect, test } from 'vitest';
import { distinctSlugs, fileSlug } from '../../../src/view/site/slug.ts';
import {
  fieldAnchor,
  nameAnchor,
  pathSlug,
  type SiteNames,
  siteUrls,
  valueAnchor,
} from '../../../src/view/site/urls.ts';

const names = (own: Partial<SiteNames> = {}): SiteNames => ({
  ...{ services: () => [], releases: () => [], months: () => [], operations: () => [], shapes: () => [] },
  ...{ shapeLists: () => [], subtrees: () => [], ...own },
});
const urls = siteUrls({ base: 'docs', origin: 'https://example.org/docs/', names: names() });

test('the addresses', () => {
  expect([
    ...[
      urls.home(),
      urls.services(),
      urls.service('ec2'),
      urls.service('ec2', 'error.E'),
      urls.operation('ec2', 'Run'),
    ],
    ...[urls.operation('ec2', 'Run', 'request.A'), urls.shape('ec2', 'Big', 'fields.A'), urls.serviceChanges('ec2')],
    ...[urls.operationHistory('ec2', 'Run'), urls.shapes('ec2'), urls.shapeList('ec2', 'De', 'Desk')],
    ...[
      urls.subtree('ec2', { operation: 'Run', direction: 'request', path: 'A[].B' }, 'fields.C'),
      urls.releases(),
      urls.releaseMonth('2025-11'),
    ],
    ...[urls.release('1.0'), urls.serviceRelease('1.0', 'ec2'), urls.serviceRelease('1.0', 'ec2', 'abc')],
    ...[urls.rules(), urls.rule('field-added'), urls.feeds(), urls.feed('rss'), urls.feed('atom', 'ec2')],
    ...[urls.feed('json'), urls.absolute(urls.feed('json')), urls.absolute('/a[b]{c}')],
  ]).toEqual([
    ...['/docs/', '/docs/services/', '/docs/services/ec2/', '/docs/services/ec2/#error.E', '/docs/services/ec2/Run/'],
    ...['/docs/services/ec2/Run/#request.A', '/docs/services/ec2/shapes/Big/#fields.A', '/docs/services/ec2/changes/'],
    ...[
      '/docs/services/ec2/Run/history/',
      '/docs/services/ec2/shapes/',
      '/docs/services/ec2/shapes/De/#Desk',
      '/docs/services/ec2/Run/request/A~items.B/#fields.C',
      '/docs/releases/',
      '/docs/releases/2025/11/',
    ],
    ...['/docs/releases/1.0/', '/docs/releases/1.0/ec2/', '/docs/releases/1.0/ec2/#abc'],
    ...['/docs/rules/', '/docs/rules/field-added/', '/docs/feeds/', '/docs/feed.xml', '/docs/services/ec2/atom.xml'],
    ...['/docs/feed.json', 'https://example.org/docs/feed.json', 'https://example.org/a%5Bb%5D%7Bc%7D'],
  ]);
});

test('the addresses of feeds', () => {
  expect([
    ...[urls.feed('rss', undefined, 'breaking'), urls.feed('atom', undefined, 'documentation'), urls.feedList()],
    ...[urls.feed('json', 'ec2', 'breaking'), urls.feedArchive('2024'), urls.feedArchive('2024-2', 'ec2')],
    ...[urls.feedArchive('2024', undefined, 'breaking'), urls.feedArchive('2024', 'ec2', 'breaking')],
  ]).toEqual([
    ...['/docs/breaking/feed.xml', '/docs/documentation/atom.xml', '/docs/feeds.opml'],
    ...['/docs/services/ec2/breaking/feed.json', '/docs/feeds/all/2024/atom.xml'],
    ...['/docs/feeds/services/ec2/2024-2/atom.xml', '/docs/feeds/breaking/2024/atom.xml'],
    ...['/docs/feeds/services/ec2/breaking/2024/atom.xml'],
  ]);
});

test('without a host addresses say that nobody named one', () => {
  const nowhere = siteUrls({ base: '/', names: names() });
  expect([urls.hasOrigin, nowhere.hasOrigin]).toEqual([true, false]);
  expect(nowhere.absolute('/a')).toBe('http://apidelta.invalid/a');
});

test('no name lies on what stands beside it', () => {
  const taken = ['index.html', 'Changes', 'shapes', 'breaking', 'Documentation', 'feed.xml', 'ATOM.xml', 'feed.json'];
  const own = siteUrls({
    base: '/',
    names: names({
      services: () => ['index.html', 'ec2'],
      releases: () => ['2025', '2026', 'index.html'],
      months: () => ['2025-11', '2025-10'],
      operations: () => [...taken, 'Run'],
      shapes: () => ['index.html', 'Changes'],
      subtrees: () => ['index.html', 'A'],
    }),
  });
  for (const name of taken) expect(own.operationSlug('ec2', name)).toMatch(new RegExp(`^${name}~[0-9a-f]{8}$`));
  expect(own.operationSlug('ec2', 'Run')).toBe('Run');
  expect(own.serviceSlug('index.html')).toMatch(/^index\.html~/);
  expect(own.releaseSlug('2025')).toMatch(/^2025~/);
  expect(own.releaseSlug('2026')).toBe('2026');
  expect(own.releaseSlug('index.html')).toMatch(/^index\.html~/);
  expect(own.shapeSlug('ec2', 'index.html')).toMatch(/^index\.html~/);
  expect(own.shapeSlug('ec2', 'Changes')).toBe('Changes');
  expect(own.subtreeSlug('ec2', { operation: 'Run', direction: 'request', path: 'A' })).toBe('A');
});

test('names that a disk takes for one are told apart, by marks that stay', () => {
  expect([...distinctSlugs(['b', 'B', 'a'], ['A'])]).toEqual([
    ['B', 'B'],
    ['a', 'a~e40c292c'],
    ['b', 'b~e70c2de5'],
  ]);
  const marked = distinctSlugs(['x', 'X', 'x~fd0c5087']);
  expect(new Set(marked.values()).size).toBe(3);
  expect([...distinctSlugs(['a.b'], [], (name) => `${name}!`)]).toEqual([['a.b', 'a.b!']]);
});

test.each([
  ['a b', 'a~20b'],
  ['-a-', '~2da-'],
  ['.a.b.', '~2ea.b~2e'],
  ['', '~'],
  ['é🦔', '~e9~1f994'],
  ['con', '~con'],
  ['PRN.txt', '~PRN.txt'],
  ['aux', '~aux'],
  ['com1', '~com1'],
  ['lpt9.x', '~lpt9.x'],
  ['console', 'console'],
  ['x'.repeat(180), 'x'.repeat(180)],
  ['x'.repeat(181), `${'x'.repeat(180)}~c4a08397`],
])('the file of %j', (name, slug) => {
  expect(fileSlug(name)).toBe(slug);
});

test('the file of a path', () => {
  expect(pathSlug('A.B[].C{}.D{key}')).toBe('A.B~items.C~values.D~keys');
  expect(pathSlug(String.raw`a\.b.c`)).toBe('a~2eb.c');
  expect(pathSlug('x'.repeat(180))).toBe('x'.repeat(180));
  expect(pathSlug(`${'x'.repeat(174)}[]`)).toBe(`${'x'.repeat(174)}~items`);
  expect(pathSlug(`${'x'.repeat(180)}.y`)).toBe(fileSlug(`${'x'.repeat(180)}.y`));
});

test('anchors can be told apart, and hold nothing that ends an address', () => {
  expect(fieldAnchor('request', 'A=B C')).toBe('request.A~3dB~20C');
  expect(valueAnchor('request', 'A', 'x=y')).toBe('request.A=x=y');
  expect(nameAnchor('error', 'a~b\n')).toBe('error.a~7e~b~a~');
  expect(urls.service('ec2', 'a%"<>`\\^|b')).toBe('/docs/services/ec2/#a%25%22%3C%3E%60%5C%5E%7Cb');
});
