/** Measures the sizes of a built site: pages by kind, scripts and styles, data, feeds, and the number of files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { siteFolders } from '../../src/view/site/urls.ts';

interface Weight {
  readonly kind: string;
  readonly bytes: number;
  readonly file: string;
}

/** The table of a site; every page is measured, and some of each kind gzipped. */
export function weighSite(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): Weight => {
      const file = path.join(entry.parentPath, entry.name);
      return { kind: kindOf(path.relative(folder, file).split(path.sep)), bytes: statSync(file).size, file };
    });
  const kinds = [...Map.groupBy(files, ({ kind }) => kind)].sort(([, a], [, b]) => sumOf(b) - sumOf(a));
  const lines = kinds.map(([kind, all]) => row(kind, all));
  const html = files.filter(({ file }) => file.endsWith('.html'));
  const operations = html.filter(({ kind }) => kind === 'operation');
  return [
    `${'kind'.padEnd(26)}${['files', 'MB', 'p50 KB', 'p99 KB', 'max KB', 'gzip p50', 'gzip max'].map((name) => name.padStart(10)).join('')}`,
    ...lines,
    row('all', files),
    `pages over 200 KB: ${html.filter(({ bytes }) => bytes > 200 * 1024).length}, of operations ${operations.filter(({ bytes }) => bytes > 200 * 1024).length}; over 500 KB: ${html.filter(({ bytes }) => bytes > 500 * 1024).length}`,
  ].join('\n');
}

function row(kind: string, all: readonly Weight[]): string {
  const sorted = all.toSorted((a, b) => a.bytes - b.bytes);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.bytes ?? 0;
  // To measure every file would take minutes; these show what readers download.
  const step = Math.max(1, Math.floor(sorted.length / sampled));
  const gzipped = sorted
    .filter((_, index) => index % step === 0 || index === sorted.length - 1)
    .map(({ file }) => gzipSync(readFileSync(file)).length)
    .sort((a, b) => a - b);
  const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1).padStart(10);
  return [
    kind.padEnd(26),
    String(all.length).padStart(10),
    (sumOf(all) / 1e6).toFixed(1).padStart(10),
    kilobytes(at(0.5)),
    kilobytes(at(0.99)),
    kilobytes(at(1)),
    kilobytes(gzipped[Math.floor(gzipped.length / 2)] ?? 0),
    kilobytes(gzipped.at(-1) ?? 0),
  ].join('');
}

function sumOf(all: readonly Weight[]): number {
  return all.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The kind of a site's file, by its path. */
function kindOf(parts: readonly string[]): string {
  const [top = '', second = '', third = '', fourth = ''] = parts;
  const name = parts.at(-1) ?? '';
  if (name.endsWith('.md') || name.endsWith('.txt')) return 'twins in Markdown';
  if (top === 'api' || top === 'search') return `${top} (data)`;
  if (/\.(?:xml|opml)$/.test(name) || name === 'feed.json') return 'feeds';
  if (top === '_astro') return path.extname(name);
  if (name !== 'index.html') return 'others';
  if (top === 'releases') return parts.length === 4 && !/^\d{4}$/.test(second) ? 'release × service' : 'release';
  if (top !== 'services' || parts.length < 4) return top === 'services' ? 'service' : 'others';
  if (third === 'shapes') return 'shape';
  if (siteFolders.has(third)) return `${third} of a service`;
  if (parts.length === 4) return 'operation';
  return parts.length === 5 && siteFolders.has(fourth) ? fourth : 'part';
}

const sampled = 400;
