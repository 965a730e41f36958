/** The files that the search reads. */
import type { APIRoute } from 'astro';
import { searchFiles } from '../../view/search/search-files.ts';
import type { Wanted } from '../../view/site/units.ts';
import { site } from '../_site.ts';

export const getStaticPaths = (wanted: Wanted) =>
  [...searchFiles(site, wanted)].map(([file, text]) => ({ params: { file }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
