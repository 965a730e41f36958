/** The files that search reads. */
import type { APIRoute } from 'astro';
import { searchFiles } from '../../view/search/search-files.ts';
import { site } from '../_site.ts';

export const getStaticPaths = () =>
  [...searchFiles(site).keys()].map((file) => ({ params: { file }, props: { file } }));

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(searchFiles(site).get(props.file), { headers: { 'Content-Type': 'application/json' } });
