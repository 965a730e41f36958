/** The page of a release as Markdown. */
import type { APIRoute } from 'astro';
import { releasePaths } from '../../../view/pages/release-page.ts';
import type { Wanted } from '../../../view/site/units.ts';
import { releaseTwin } from '../../../view/twins/release-twin.ts';
import { hasTwins, site } from '../../_site.ts';

export const getStaticPaths = (wanted: Wanted) => (hasTwins ? releasePaths(site, wanted) : []);
export const GET: APIRoute<{ id: string }> = ({ props }) => new Response(releaseTwin(site, props.id));
