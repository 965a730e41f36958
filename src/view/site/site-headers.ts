/** What a host should say along with the site: what pages may do, and of which kind its files are. */
import { feedTypes } from './site.ts';
import { archiveFormat, type FeedFormat, feedFormats, feedTopics, opmlFile, serviceTopics } from './urls.ts';

/** What pages may load, as they say themselves: their own scripts and styles, and nothing from elsewhere. */
export const pagePolicy: string = [
  ...["default-src 'self'", "img-src 'self' data:", "object-src 'none'"],
  ...["base-uri 'none'", "form-action 'self'"],
].join('; ');

/** For every file. That no other page may frame this one only a header can say. */
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

/** Where feeds stand: of all services and of one, about all changes or some; then what fell out of them, by year. */
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

/** What stands in it, for a site under a base path. */
export function headersText(base: string): string {
  const rules = [
    [`${base}*`, Object.entries(siteHeaders)],
    // The names of these files change with what is in them.
    [`${base}_astro/*`, [['Cache-Control', 'public, max-age=31536000, immutable']]],
    [`${base}${opmlFile}`, [['Content-Type', feedTypeOf(opmlFile) ?? '']]],
    ...feedFolders.flatMap((folder) => Object.keys(feedFormats).map((file) => typed(`${base}${folder}`, file))),
    ...archiveFolders.map((folder) => typed(`${base}${folder}`, archiveFile)),
  ] as const;
  return rules
    .map(([path, headers]) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('');
}
