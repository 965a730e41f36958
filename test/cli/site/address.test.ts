/** The address of a site, and the other options that are checked before anything is read. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseDay, parseVersionName } from '../../../src/cli/arguments.ts';
import { parseBase, parseReport, parseSite, siteAddress } from '../../../src/cli/site/address.ts';
import { apidelta } from '../run-cli.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-address-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const page = 'content/pages/2025-11-13-elastic-load-balancing.txt';

test.each([
  [undefined, undefined, undefined, '/'],
  [undefined, '/docs/', undefined, '/docs/'],
  ['https://example.org', undefined, 'https://example.org', '/'],
  ['https://example.org/', '/docs/', 'https://example.org', '/docs/'],
  ['https://example.org/docs/x', undefined, 'https://example.org', '/docs/x/'],
  ['https://example.org:8443/docs/x/', '/docs/x/', 'https://example.org:8443', '/docs/x/'],
])('--site %s with --base %s is %s and %s', (site, base, origin, path) =>
  expect(siteAddress(site, base)).toEqual({ origin, base: path }),
);

test('a site and a base that do not agree are refused', () => {
  expect(() => siteAddress('https://example.org/docs/x/', '/docs/')).toThrow(/give one of them/);
  expect(() => siteAddress('https://example.org/docs/', '/docs/')).not.toThrow();
});

test.each(['https://example.org/issues/new?title={page}', 'http://example.org', 'mailto:docs@example.org'])(
  'mistakes can be reported to %s',
  (value) => expect(parseReport(value)).toBe(value),
);

test.each([
  'example.org',
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:',
  'https://',
  'https://a/"',
  'https://a b',
])('mistakes cannot be reported to %j', (value) =>
  expect(() => parseReport(value)).toThrow(/It must be an http, https or mailto address/),
);

test('a base may be written with and without slashes', () => {
  for (const value of ['docs/x', '/docs/x', 'docs//x/', '/docs/x/']) expect(parseBase(value)).toBe('/docs/x/');
  for (const value of ['', '/']) expect(parseBase(value)).toBe('/');
});

test.each([
  '//evil.example',
  'https://example.org/',
  '/a?b',
  '/a#b',
  '/../a',
  '/a/./b',
  '/a b',
  '\\a',
  '/%2e%2e/',
  'ä',
  '/a\u0007',
])('the base %j is refused', (value) => expect(() => parseBase(value)).toThrow(/It must be a path/));

test.each([
  ...['example.org', 'ftp://example.org', 'https://', 'https://u:p@example.org', 'https://example.org/?a=b'],
  ...['https://example.org/#a', 'https://example.org/a b', 'https://example.org/ä/', 'https:\\\\example.org', '', '?'],
  ...['https://example.org/?', 'https://example.org//evil.example/', 'javascript:alert(1)', 'https:example.org'],
])('the site %j is refused', (value) => expect(() => parseSite(value)).toThrow(/^It|^Its/));

test('a day is one that exists', () => {
  for (const day of ['2024-02-29', '2025-11-13']) expect(parseDay(day)).toBe(day);
  for (const day of [
    '2025-02-29',
    '2025-02-30',
    '2025-13-01',
    '2025-1-1',
    '2025-11-13T00:00',
    '',
    'today',
    '2025-00-10',
  ])
    expect(() => parseDay(day), day).toThrow(/a day that exists/);
});

test('a source is called by a version, by boto3 and a version, or by a plain name', () => {
  for (const name of ['1.40.73', '1.0.0+local', '2.0.0rc1', 'staging', '2025-11-13', 'con', 'a_b-c.d'])
    expect(parseVersionName(name)).toBe(name);
  expect(parseVersionName('boto3:1.26.0')).toBe('1.29.0');
  expect(parseVersionName('v2.0.0rc1')).toBe('2.0.0rc1');
  for (const name of [
    '',
    'a/b',
    '..',
    '.',
    '-x',
    'a b',
    'a\nb',
    'boto3:',
    'boto3:latest',
    'x:1.0.0',
    'ä',
    'a\\b',
    'x'.repeat(101),
  ])
    expect(() => parseVersionName(name), name).toThrow(/It must be a version/);
});

test.each([
  ['--base', '//evil.example', /must be a path/],
  ['--site', 'https://example.org/?x', /without \? and #/],
  ['--as', 'a/b', /must be a version/],
  ['--date', '2025-02-30', /a day that exists/],
  ['--out', '', /must name a file or a folder/],
  ['--store', '', /must name a file or a folder/],
  ['--store', '/dev/null', /not a device or a pipe/],
])('%s %j is one sentence and exit code 2', async (option, value, sentence) => {
  const { code, out, err } = await apidelta(['build', '--from', page, '--out', join(top, 'no'), option, value]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/\n\s+at /);
});

test('the path of the site’s address is in every address that is made of it', async () => {
  const out = join(top, 'site');
  expect(await apidelta(['build', '--from', page, '--out', out, '--site', 'https://example.org/docs/x'])).toMatchObject(
    {
      code: 0,
    },
  );
  const read = (file: string): string => readFileSync(join(out, file), 'utf8');
  expect(read('services/elbv2/index.html')).toContain('rel=canonical href=https://example.org/docs/x/services/elbv2/>');
  for (const file of ['feed.xml', 'atom.xml', 'feed.json', 'services/elbv2/feed.xml'])
    for (const [address] of read(file).matchAll(/https:\/\/example\.org[^"<&]*/g))
      expect(address, file).toMatch(/^https:\/\/example\.org\/docs\/x\//);
}, 60_000);
