/**
 * Identifies the known services: finds botocore's id by id, uid or title; if titles are equal, the operations decide.
 */

import { inferName, sdkNameOf } from '../../model/index.ts';
import services from './services.json' with { type: 'json' };

interface Row {
  readonly id: string;
  readonly title: string;
  /** The uid, without the API version. */
  readonly uid: string;
  readonly prefix: string;
  /** Every operation, for services whose title is not unique. */
  readonly operations?: readonly string[];
  /** Operations whose name cannot be inferred from the SDK's name. */
  readonly names?: readonly string[];
}

/** The names that a source states for a service. */
export interface ServiceHints {
  readonly id?: string | undefined;
  readonly uid?: string | undefined;
  readonly title?: string | undefined;
  /** The SDK names of its operations. */
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
/** The SDK names of all operations, for services whose title is not unique. */
const operationsOf = new Map(
  rows.flatMap((row) => (row.operations === undefined ? [] : [[row.id, new Set(row.operations.map(sdkNameOf))]])),
);
const apiNames = new Map(
  rows.map((row) => [row.id, new Map((row.names ?? []).map((name) => [sdkNameOf(name), name]))]),
);

/**
 * The service for these hints; if it is unknown, its id is a slug of the id, the title or the uid. Undefined if there
 * are no hints.
 */
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

/** The name of an operation in the API, and whether it is known or only inferred. */
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

/** If several services have the same title: the one with the most matching operations. */
function bestOf(candidates: readonly Row[], operations: readonly string[]): Row | undefined {
  if (candidates.length < 2) return candidates[0];
  const score = ({ id }: Row) => operations.filter((name) => operationsOf.get(id)?.has(name)).length;
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
