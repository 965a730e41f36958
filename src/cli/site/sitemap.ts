/**
 * Files for search engines: sitemaps with every page of the built site, an index of them, and robots.txt, which names
 * it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { xmlDocument, xmlElement } from '../../feed/xml.ts';
import { append } from '../../model/index.ts';

/** The protocol's limit is 50,000 addresses a file (https://www.sitemaps.org/protocol.html). */
const maxAddresses = 45_000;

/** The names of the files; those of the sitemaps have numbers. */
export const sitemapIndex = 'sitemap-index.xml';

/**
 * Writes the files into a built site, and gives their names. Without the site's address it writes only robots.txt:
 * sitemaps need full addresses.
 */
export function writeSitemap(
  folder: string,
  files: readonly string[],
  site: string | undefined,
  base: string,
): readonly string[] {
  const written = ['robots.txt'];
  const robots = ['User-agent: *', 'Allow: /'];
  if (site !== undefined) {
    const address = (file: string) => new URL(base + file, site).href;
    const pages = files
      .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
      .map((file) => address(encodePath(file.slice(0, -'index.html'.length))))
      .sort();
    const parts = Array.from({ length: Math.ceil(pages.length / maxAddresses) }, (_, at) =>
      pages.slice(at * maxAddresses, (at + 1) * maxAddresses),
    );
    parts.forEach((part, at) => {
      writeFileSync(join(folder, sitemapName(at)), listOf('urlset', 'url', part));
    });
    append(written, [sitemapIndex, ...parts.map((_, at) => sitemapName(at))]);
    writeFileSync(
      join(folder, sitemapIndex),
      listOf(
        'sitemapindex',
        'sitemap',
        parts.map((_, at) => address(sitemapName(at))),
      ),
    );
    robots.push('', `Sitemap: ${address(sitemapIndex)}`);
  }
  writeFileSync(join(folder, 'robots.txt'), `${robots.join('\n')}\n`);
  return written;
}

function sitemapName(at: number): string {
  return `sitemap-${at + 1}.xml`;
}

function listOf(list: string, item: string, addresses: readonly string[]): string {
  return xmlDocument([
    `<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...addresses.map((address) => `<${item}>${xmlElement('loc', address)}</${item}>`),
    `</${list}>`,
  ]);
}

function encodePath(folder: string): string {
  return folder.split('/').map(encodeURIComponent).join('/');
}
