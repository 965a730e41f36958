/** One service as RSS. */
import type { APIRoute } from 'astro';
import { serviceFeed } from '../../../feed/release-feed.ts';
import { rss } from '../../../feed/rss.ts';
import { site } from '../../_site.ts';

export const getStaticPaths = () => site.store.services().map(({ id }) => ({ params: { service: id } }));
export const GET: APIRoute<never, { service: string }> = ({ params }) =>
  new Response(rss(serviceFeed(site, params.service, 'rss')));
