/** Tests which addresses of a site are taken, what they come to, and what is said of those that are refused. */
import { expect, test } from 'vitest';
import { parseBase, parseSite, siteAddress } from '../../../src/cli/site/address.ts';
import { apidelta } from '../run-cli.ts';

test.each([
  [undefined, undefined, { origin: undefined, base: '/' }],
  [undefined, '/docs/', { origin: undefined, base: '/docs/' }],
  ['https://example.org', undefined, { origin: 'https://example.org', base: '/' }],
  ['https://example.org/', '/docs/', { origin: 'https://example.org', base: '/docs/' }],
  ['https://example.org/docs', undefined, { origin: 'https://example.org', base: '/docs/' }],
  ['https://example.org/docs/', '/docs/', { origin: 'https://example.org', base: '/docs/' }],
])('--site %s --base %s', (site, base, address) => {
  expect(siteAddress(site, base)).toEqual(address);
});

test('two paths that differ are refused before anything is read', async () => {
  const { code, err } = await apidelta([
    'build',
    '--from',
    'nowhere',
    '--site',
    'https://example.org/a',
    '--base',
    'b',
  ]);
  expect(code).toBe(2);
  expect(err).toContain('--site says that the site lives under `/a/`, and --base says `/b/`: give one of them.');
});

test.each([
  ['example.org', 'an http or https address'],
  ['ftp://example.org', 'an http or https address'],
  ['https://exa mple.org', 'an http or https address'],
  ['https://example.org\\a', 'an http or https address'],
  ['https://me@example.org', 'without a name and a password'],
  ['https://me:x@example.org', 'without a name and a password'],
  ['https://:x@example.org', 'without a name and a password'],
  ['https://example.org/?', 'without ? and #'],
  ['https://example.org/?a', 'without ? and #'],
  ['https://example.org/#a', 'without ? and #'],
  ['https://example.org/a%20b', 'letters, digits and - . _ ~ + @'],
  ['https://example.org//a', 'letters, digits and - . _ ~ + @'],
])('--site %s is refused', (site, why) => {
  expect(() => parseSite(site)).toThrow(why);
});

test('an address stays as it was written', () => {
  expect(parseSite('HTTPS://Example.org/~a/b.c_d+e@f-g/')).toBe('HTTPS://Example.org/~a/b.c_d+e@f-g/');
});

test.each([
  ['', '/'],
  ['/', '/'],
  ['docs', '/docs/'],
  ['/a/b', '/a/b/'],
])('--base %s', (base, path) => {
  expect(parseBase(base)).toBe(path);
});

test.each(['//a', 'a/../b', './a', 'a b', 'a?b', 'a/%20'])('--base %s is refused', (base) => {
  expect(() => parseBase(base)).toThrow('It must be a path of letters, digits and - . _ ~ + @ between slashes');
});
