/** The history of one service's facts, as JSON. */
import type { APIRoute } from 'astro';
import { historyJson } from '../../../../view/api/history-json.ts';
import { servicePaths } from '../../../../view/site/site.ts';
import type { Wanted } from '../../../../view/site/units.ts';
import { site } from '../../../_site.ts';

export const getStaticPaths = (wanted: Wanted) =>
  servicePaths(site, 'reference', wanted).map(({ params, props }) => ({ params, props: { ...props, wanted } }));
export const GET: APIRoute<{ id: string; wanted: Wanted }> = ({ props }) =>
  Response.json(historyJson(site, props.id, props.wanted));
