/** One service as JSON Feed. */
import type { APIRoute } from 'astro';
import { jsonFeed } from '../../../feed/json-feed.ts';
import { serviceFeed } from '../../../feed/release-feed.ts';
import { site } from '../../_site.ts';

export const getStaticPaths = () => site.store.services().map(({ id }) => ({ params: { service: id } }));
export const GET: APIRoute<never, { service: string }> = ({ params }) =>
  new Response(jsonFeed(serviceFeed(site, params.service, 'json')));
