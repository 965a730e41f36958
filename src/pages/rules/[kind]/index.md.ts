/** The page of a rule as Markdown. */
import type { APIRoute } from 'astro';
import { ruleKinds } from '../../../view/pages/about/rules-page.ts';
import { isWanted, type Wanted } from '../../../view/site/units.ts';
import { ruleTwin } from '../../../view/twins/rule-twin.ts';
import { hasTwins, site } from '../../_site.ts';

export const getStaticPaths = (wanted: Wanted) =>
  hasTwins && isWanted('site', wanted) ? ruleKinds().map((kind) => ({ params: { kind } })) : [];
export const GET: APIRoute = ({ params }) => new Response(ruleTwin(site, params.kind ?? ''));
