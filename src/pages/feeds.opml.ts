/** The feeds of all services as a list that feed readers can take in. */
import { feedList } from '../feed/opml.ts';
import { site } from './_site.ts';

export const GET = () => new Response(feedList(site));
