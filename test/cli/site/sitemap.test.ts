/** Tests the sitemap of a built site: every page once, in files that a parser reads, and robots.txt that leads there. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, onTestFinished, test } from 'vitest';
import { writeSitemap } from '../../../src/cli/site/sitemap.ts';

function written(files: readonly string[], site: string | undefined, base = '/') {
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeSitemap(folder, files, site, base);
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const locations = (name: string): readonly string[] => {
    const { urlset, sitemapindex } = new XMLParser({ isArray: (tag) => tag === 'url' || tag === 'sitemap' }).parse(
      read(name),
    );
    return (urlset?.url ?? sitemapindex.sitemap).map(({ loc }: { loc: string }) => loc);
  };
  return { folder, read, locations };
}

const pages = ['404.html', 'feed.xml', 'index.html', 'services/a&b/index.html', 'services/é/index.html'];

test('has every page, and nothing else, by its whole address', () => {
  const { locations, read } = written(pages, 'https://example.org', '/docs/');
  expect(locations('sitemap-index.xml')).toEqual(['https://example.org/docs/sitemap-1.xml']);
  expect(locations('sitemap-1.xml')).toEqual([
    'https://example.org/docs/',
    'https://example.org/docs/services/%C3%A9/',
    'https://example.org/docs/services/a%26b/',
  ]);
  expect(read('robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.org/docs/sitemap-index.xml\n');
});

test('is split where a file would have more addresses than the protocol allows', () => {
  const many = Array.from({ length: 45_001 }, (_, at) => `p/${at}/index.html`);
  const { locations } = written(many, 'https://example.org');
  expect(locations('sitemap-index.xml')).toHaveLength(2);
  expect([locations('sitemap-1.xml').length, locations('sitemap-2.xml').length]).toEqual([45_000, 1]);
});

test('is not there where nobody knows the address of the site', () => {
  const { folder, read } = written(pages, undefined);
  expect(existsSync(path.join(folder, 'sitemap-index.xml'))).toBe(false);
  expect(read('robots.txt')).toBe('User-agent: *\nAllow: /\n');
});
