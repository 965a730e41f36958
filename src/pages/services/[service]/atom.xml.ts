/** One service as Atom. */
import type { APIRoute } from 'astro';
import { atom } from '../../../feed/atom.ts';
import { serviceFeed } from '../../../feed/release-feed.ts';
import { servicePaths } from '../../../view/site/site.ts';
import { site } from '../../_site.ts';

export const getStaticPaths = () => servicePaths(site);
export const GET: APIRoute<{ id: string }> = ({ props }) => new Response(atom(serviceFeed(site, props.id, 'atom')));
