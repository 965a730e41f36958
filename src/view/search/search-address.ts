/**
 * The rule that makes the usual address from names. The builder and the script share it, so files need only list the
 * exceptions.
 */
import { memberPath } from '../../model/path.ts';
import { beginningOf, fileSlug } from '../site/slug.ts';
import { fieldAnchor, fragment, shapeAnchor, valueAnchor } from '../site/urls.ts';
import type { SymbolKind } from './search-format.ts';

/** The page of a service, relative to the base of the site. */
export function serviceAddress(service: string): string {
  return `services/${folder(service)}`;
}

/** The page of an operation. */
export function operationAddress(service: string, operation: string): string {
  return serviceAddress(service) + folder(operation);
}

/** The address of a field, a value or a shape from the parts in its file; `way` is, for example, `>MetadataOptions`. */
export function symbolAddress(
  kind: SymbolKind,
  name: string,
  { service, operation, way }: { readonly service: string; readonly operation: string | null; readonly way: string },
): string {
  if (kind === 'shape' || operation === null) return shapeAddress(service, name);
  const direction = directionOf(way);
  const path = addressPath(kind, name, way);
  const anchor =
    path === '' ? direction : kind === 'value' ? valueAnchor(direction, path, name) : fieldAnchor(direction, path);
  return operationAddress(service, operation) + fragment(anchor);
}

/** The address of a request or response, or of a field in it. */
export function placeAddress(service: string, operation: string, way: string): string {
  const anchor = way.length === 1 ? directionOf(way) : fieldAnchor(directionOf(way), way.slice(1));
  return operationAddress(service, operation) + fragment(anchor);
}

/** The address of a shape in the lists by first letter. */
function shapeAddress(service: string, name: string): string {
  return `${serviceAddress(service)}shapes/${folder(beginningOf(name, 1))}${fragment(shapeAnchor(name))}`;
}

/** `>` means request, `<` response. */
export function directionOf(way: string): 'request' | 'response' {
  return way.startsWith('<') ? 'response' : 'request';
}

/** The full path of a place. */
export function addressPath(kind: SymbolKind, name: string, way: string): string {
  const path = way.slice(1);
  return kind === 'field' ? memberPath(path, name) : path;
}

function folder(name: string): string {
  return `${encodeURIComponent(fileSlug(name))}/`;
}
