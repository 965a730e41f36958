/** Who is who: botocore's ids of the known services, found by id, uid or title, with operations as the tie-breaker. */

import { inferName, sdkNameOf } from '../../model/index.ts';
import services from './services.json' with { type: 'json' };

interface Row {
  readonly id: string;
  readonly title: string;
  /** Without the API version. */
  readonly uid: string;
  readonly prefix: string;
  /** Every operation, where the title alone is not enough. */
  readonly operations?: readonly string[];
  /** Operations whose name does not follow from the SDK's name. */
  readonly names?: readonly string[];
}

/** What a source says of a service. */
export interface ServiceHints {
  readonly id?: string | undefined;
  readonly uid?: string | undefined;
  readonly title?: string | undefined;
  /** SDK names of operations that it has. */
  readonly operations?: readonly string[];
}

export interface KnownService {
  readonly id: string;
  readonly title: string;
  readonly known: boolean;
}

const rows: readonly Row[] = services;
const byId = new Map(rows.map((row) => [row.id, row]));
const byUid = new Map(rows.map((row) => [row.uid, row]));
const byTitle = groupBy((row) => folded(row.title));
const apiNames = new Map(
  rows.map((row) => [row.id, new Map((row.names ?? []).map((name) => [sdkNameOf(name), name]))]),
);

/** The service that the hints lead to; where none is known, a slug of the title. Undefined where there is nothing to go by. */
export function identify(hints: ServiceHints): KnownService | undefined {
  const row =
    (hints.id === undefined ? undefined : byId.get(hints.id)) ??
    (hints.uid === undefined ? undefined : byUid.get(hints.uid.replace(/-\d{4}-\d{2}-\d{2}$/, ''))) ??
    (hints.title === undefined ? undefined : bestOf(byTitle.get(folded(hints.title)) ?? [], hints.operations ?? []));
  if (row !== undefined) return { id: row.id, title: row.title, known: true };
  const name = hints.id ?? hints.title ?? hints.uid;
  if (name === undefined) return undefined;
  const slug = slugOf(name);
  return slug === '' ? undefined : { id: slug, title: hints.title ?? name, known: false };
}

/** The API's name of an operation of a service, and whether it is known or only inferred. */
export function apiNameOf(
  service: string,
  sdkName: string,
): { readonly name: string; readonly origin: 'known' | 'inferred' } {
  const known = apiNames.get(service);
  if (known === undefined) return { name: inferName(sdkName), origin: 'inferred' };
  return { name: known.get(sdkName) ?? inferName(sdkName), origin: 'known' };
}

/** A text as an id: lower case letters, digits and hyphens, at most 64 of them. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);
}

/** Of several services with one title, the one that has most of the operations. */
function bestOf(candidates: readonly Row[], operations: readonly string[]): Row | undefined {
  if (candidates.length < 2) return candidates[0];
  const score = (row: Row) => {
    const names = new Set((row.operations ?? []).map(sdkNameOf));
    return operations.filter((name) => names.has(name)).length;
  };
  return [...candidates].sort((a, b) => score(b) - score(a))[0];
}

function folded(title: string): string {
  return title.toLowerCase().replace(/^(?:amazon|aws)\s+|[^a-z0-9]+/g, '');
}

function groupBy(keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
