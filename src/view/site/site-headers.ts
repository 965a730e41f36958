/** HTTP headers that a host should send with the site: what pages may load, and the media types of files. */
import { feedTypes } from './site.ts';
import { archiveFormat, type FeedFormat, feedFormats, feedTopics, opmlFile, serviceTopics } from './urls.ts';

/** The policy that pages also carry themselves: own scripts and styles only, nothing from other hosts. */
export const pagePolicy: string = [
  ...["default-src 'self'", "img-src 'self' data:", "object-src 'none'"],
  ...["base-uri 'none'", "form-action 'self'"],
].join(';');

/** For every file. Only a header, not the page itself, can forbid other sites to frame it. */
export const siteHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${pagePolicy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
};

/** The media type of a feed, or of the list of feeds, by the name of its file; null for other files. */
export function feedTypeOf(file: string): string | null {
  if (file === opmlFile) return 'text/x-opml; charset=utf-8';
  const formats = new Map<string, FeedFormat>(Object.entries(feedFormats));
  const format = formats.get(file);
  return format === undefined ? null : `${feedTypes[format]}; charset=utf-8`;
}

/** The name of the file that hosts of static sites read headers from. */
export const headersFile = '_headers';

/** The folders of feeds: of all services and of one, about each topic; then those of the archives by year. */
const feedFolders = [
  ...['', ...feedTopics.map((topic) => `${topic}/`)],
  ...['', ...serviceTopics.map((topic) => `${topic}/`)].map((topic) => `services/:service/${topic}`),
];
const archiveFolders = [
  'feeds/:feed/:part/',
  'feeds/services/:service/:part/',
  ...serviceTopics.map((topic) => `feeds/services/:service/${topic}/:part/`),
];

const archiveFile = Object.entries(feedFormats).find(([, format]) => format === archiveFormat)?.[0] ?? '';

const typed = (folder: string, file: string) =>
  [`${folder}${file}`, [['Content-Type', feedTypeOf(file) ?? '']]] as const;

/** The content of the headers file, for a site under a base path. */
export function headersText(base: string): string {
  const rules = [
    [`${base}*`, Object.entries(siteHeaders)],
    // The names of these files change with their content, so browsers may keep them for a year.
    [`${base}_astro/*`, [['Cache-Control', 'public, max-age=31536000, immutable']]],
    [`${base}${opmlFile}`, [['Content-Type', feedTypeOf(opmlFile) ?? '']]],
    ...feedFolders.flatMap((folder) => Object.keys(feedFormats).map((file) => typed(`${base}${folder}`, file))),
    ...archiveFolders.map((folder) => typed(`${base}${folder}`, archiveFile)),
  ] as const;
  return rules
    .map(([path, headers]) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('');
}
