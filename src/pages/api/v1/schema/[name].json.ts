/** The JSON Schema of one kind of JSON file. */
import type { APIRoute } from 'astro';
import { jsonSchemaOf, type SchemaName, schemas } from '../../../../view/api/schemas.ts';
import { isWanted, type Wanted } from '../../../../view/site/units.ts';

export const getStaticPaths = (wanted: Wanted) =>
  isWanted('site', wanted) ? Object.keys(schemas).map((name) => ({ params: { name } })) : [];
// The names are those of the paths above.
export const GET: APIRoute = ({ params }) => Response.json(jsonSchemaOf(params.name as SchemaName));
