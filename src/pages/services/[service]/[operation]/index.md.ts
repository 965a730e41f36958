/** The page of an operation as Markdown. */
import type { APIRoute } from 'astro';
import { operationPaths } from '../../../../view/pages/operation-page.ts';
import { operationTwin } from '../../../../view/twins/operation-twin.ts';
import { hasTwins, site } from '../../../_site.ts';

export const getStaticPaths = () => (hasTwins ? operationPaths(site) : []);
export const GET: APIRoute<{ service: string; name: string }> = ({ props }) =>
  new Response(operationTwin(site, props.service, props.name));
