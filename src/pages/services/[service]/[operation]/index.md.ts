/** The page of an operation as Markdown. */
import type { APIRoute } from 'astro';
import { operationPaths } from '../../../../view/pages/operation-page.ts';
import type { Wanted } from '../../../../view/site/units.ts';
import { operationTwin } from '../../../../view/twins/operation-twin.ts';
import { hasTwins, site } from '../../../_site.ts';

export const getStaticPaths = (wanted: Wanted) => (hasTwins ? operationPaths(site, wanted) : []);
export const GET: APIRoute<{ service: string; name: string }> = ({ props }) =>
  new Response(operationTwin(site, props.service, props.name));
