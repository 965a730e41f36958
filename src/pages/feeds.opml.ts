/** The feeds of all services as a list to import into a feed reader. */
import { feedList } from '../feed/opml.ts';
import { site } from './_site.ts';

export const GET = () => new Response(feedList(site));
