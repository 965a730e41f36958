/** One service as RSS. */
import type { APIRoute } from 'astro';
import { serviceFeed } from '../../../feed/release-feed.ts';
import { rss } from '../../../feed/rss.ts';
import { servicePaths } from '../../../view/site/site.ts';
import { site } from '../../_site.ts';

export const getStaticPaths = () => servicePaths(site);
export const GET: APIRoute<{ id: string }> = ({ props }) => new Response(rss(serviceFeed(site, props.id, 'rss')));
