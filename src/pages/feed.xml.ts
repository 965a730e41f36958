/** All services as RSS. */
import { allServicesFeed } from '../feed/release-feed.ts';
import { rss } from '../feed/rss.ts';
import { site } from './_site.ts';

export const GET = () => new Response(rss(allServicesFeed(site, 'rss')));
