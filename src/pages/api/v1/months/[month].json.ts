/** The news of one month, as JSON. */
import type { APIRoute } from 'astro';
import { monthJson } from '../../../../view/api/release-json.ts';
import { releaseMonths } from '../../../../view/changes/release-lines.ts';
import { isWanted, type Wanted } from '../../../../view/site/units.ts';
import { site } from '../../../_site.ts';

export const getStaticPaths = (wanted: Wanted) =>
  isWanted('site', wanted) ? releaseMonths(site).map((month) => ({ params: { month } })) : [];
export const GET: APIRoute = ({ params }) => Response.json(monthJson(site, params.month ?? ''));
