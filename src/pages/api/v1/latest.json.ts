/** The newest release, as JSON. */
import type { APIRoute } from 'astro';
import { latestJson } from '../../../view/api/release-json.ts';
import { site } from '../../_site.ts';

export const GET: APIRoute = () => Response.json(latestJson(site));
