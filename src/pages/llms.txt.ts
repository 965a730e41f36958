/** The description of the site for language models. */
import type { APIRoute } from 'astro';
import { siteLlmsText } from '../view/twins/llms-text.ts';
import { site } from './_site.ts';

export const GET: APIRoute = () => new Response(siteLlmsText(site));
