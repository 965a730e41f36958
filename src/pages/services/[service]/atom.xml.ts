/** One service as Atom. */
import type { APIRoute } from 'astro';
import { atom } from '../../../feed/atom.ts';
import { serviceFeed } from '../../../feed/release-feed.ts';
import { site } from '../../_site.ts';

export const getStaticPaths = () => site.store.services().map(({ id }) => ({ params: { service: id } }));
export const GET: APIRoute<never, { service: string }> = ({ params }) =>
  new Response(atom(serviceFeed(site, params.service, 'atom')));
