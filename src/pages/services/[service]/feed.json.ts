/** One service as JSON Feed. */
import type { APIRoute } from 'astro';
import { jsonFeed } from '../../../feed/json-feed.ts';
import { serviceFeed } from '../../../feed/release-feed.ts';
import { servicePaths } from '../../../view/site/site.ts';
import { site } from '../../_site.ts';

export const getStaticPaths = () => servicePaths(site);
export const GET: APIRoute<{ id: string }> = ({ props }) => new Response(jsonFeed(serviceFeed(site, props.id, 'json')));
