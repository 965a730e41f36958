/** The news of one month, as JSON. */
import type { APIRoute } from 'astro';
import { monthJson } from '../../../../view/api/release-json.ts';
import { releaseMonths } from '../../../../view/changes/release-lines.ts';
import { type Wanted, wantedMonths } from '../../../../view/site/units.ts';
import { site } from '../../../_site.ts';

export const getStaticPaths = (wanted: Wanted) =>
  wantedMonths(releaseMonths(site), wanted).map((month) => ({ params: { month } }));
export const GET: APIRoute = ({ params }) => Response.json(monthJson(site, params.month ?? ''));
