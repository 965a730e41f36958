/** All services, as JSON. */
import type { APIRoute } from 'astro';
import { servicesJson } from '../../../view/api/service-json.ts';
import { site } from '../../_site.ts';

export const GET: APIRoute = () => Response.json(servicesJson(site));
