/** All releases, as JSON. */
import type { APIRoute } from 'astro';
import { releasesJson } from '../../../view/api/release-json.ts';
import { site } from '../../_site.ts';

export const GET: APIRoute = () => Response.json(releasesJson(site));
