/** The description of one service for language models: a list of the Markdown twins of its pages. */
import type { APIRoute } from 'astro';
import { servicePaths } from '../../../view/site/site.ts';
import type { Wanted } from '../../../view/site/units.ts';
import { serviceLlmsText } from '../../../view/twins/llms-text.ts';
import { hasTwins, site } from '../../_site.ts';

export const getStaticPaths = (wanted: Wanted) => (hasTwins ? servicePaths(site, 'reference', wanted) : []);
export const GET: APIRoute<{ id: string }> = ({ props }) => new Response(serviceLlmsText(site, props.id));
