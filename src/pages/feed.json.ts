/** All services as JSON Feed. */

import { jsonFeed } from '../feed/json-feed.ts';
import { allServicesFeed } from '../feed/release-feed.ts';
import { site } from './_site.ts';

export const GET = () => new Response(jsonFeed(allServicesFeed(site, 'json')));
