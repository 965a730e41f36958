/** One release with every change, as JSON. */
import type { APIRoute } from 'astro';
import { releaseJson } from '../../../../view/api/release-json.ts';
import { releasePaths } from '../../../../view/pages/release-page.ts';
import type { Wanted } from '../../../../view/site/units.ts';
import { site } from '../../../_site.ts';

export const getStaticPaths = (wanted: Wanted) => releasePaths(site, wanted);
export const GET: APIRoute<{ id: string }> = ({ props }) => Response.json(releaseJson(site, props.id));
