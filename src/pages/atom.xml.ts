/** All services as Atom. */

import { atom } from '../feed/atom.ts';
import { allServicesFeed } from '../feed/release-feed.ts';
import { site } from './_site.ts';

export const GET = () => new Response(atom(allServicesFeed(site, 'atom')));
