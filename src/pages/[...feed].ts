/** All feeds in all formats: the newest items, and the archives of older ones. */
import type { APIRoute } from 'astro';
import { type FeedFileName, feedFiles, feedText } from '../feed/feed-files.ts';
import type { Wanted } from '../view/site/units.ts';
import { site } from './_site.ts';

export const getStaticPaths = (wanted: Wanted) =>
  feedFiles(site, wanted).map(({ path, file }) => ({ params: { feed: path }, props: file }));

export const GET: APIRoute<FeedFileName> = ({ props }) => new Response(feedText(site, props));
