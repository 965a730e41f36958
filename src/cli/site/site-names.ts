/** The names of a site's files: they identify a site that has no list yet, and files in the way of a page. */
import { feedFormats, feedTopics, opmlFile, serviceTopics, topFolders, topPages } from '../../view/site/urls.ts';

const name = '[^/]+';
const feeds = Object.keys(feedFormats).join('|').replaceAll('.', '\\.');
const topics = feedTopics.join('|');
const ofServices = serviceTopics.join('|');
const part = '\\d{4}(?:-\\d+)?';

const patterns: readonly RegExp[] = [
  `index\\.html|404\\.html|robots\\.txt|llms\\.txt|sitemap-(?:index|\\d+)\\.xml|${opmlFile.replaceAll('.', '\\.')}|${feeds}`,
  `(?:${topics})/(?:${feeds})`,
  `services/${name}/(?:${ofServices})/(?:${feeds})`,
  `feeds/(?:all|${topics})/${part}/(?:${feeds})`,
  `feeds/services/${name}/(?:(?:${ofServices})/)?${part}/(?:${feeds})`,
  `_astro/${name}\\.(?:css|js|png|svg)`,
  `(?:${topPages.join('|')})/index\\.html`,
  `rules/${name}/index\\.(?:html|md)`,
  `services/${name}/llms\\.txt`,
  `services/${name}/${name}/index\\.md`,
  `releases/${name}/index\\.md`,
  `search/(?:(?:paths|services|words)/)?${name}\\.json`,
  `index/${name}/index\\.html`,
  `services/${name}/(?:index\\.html|${feeds})`,
  `services/${name}/${name}/index\\.html`,
  `services/${name}/shapes/${name}/index\\.html`,
  `services/${name}/${name}/history/index\\.html`,
  `services/${name}/${name}/(?:request|response)/${name}/index\\.html`,
  `releases/${name}/(?:${name}/)?index\\.html`,
  `api/v1/(?:${name}/)?${name}\\.json`,
].map((pattern) => new RegExp(`^(?:${pattern})$`));

/** The files that every site has. */
const always = ['index.html', '404.html', 'feed.xml', 'services/index.html', 'releases/index.html'];

/** Whether a page, a feed or an asset can have this name. */
export function isSiteName(file: string): boolean {
  return patterns.some((pattern) => pattern.test(file));
}

/** Whether a file or a link has the name of a folder that every site has. */
export function isSiteFolder(file: string): boolean {
  return file === '_astro' || topFolders.includes(file);
}

/** Whether files are a complete site from before sites had lists; otherwise gives the first unexpected one. */
export function judgeOldSite(files: readonly string[]): { readonly isSite: boolean; readonly strange?: string } {
  const strange = files.find((file) => !isSiteName(file));
  if (strange !== undefined) return { isSite: false, strange };
  return { isSite: always.every((file) => files.includes(file)) };
}
