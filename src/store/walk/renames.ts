/** Finds renamed services: one is removed, another is added in the same release, and both are the same API. */
import { type ApiIdentity, findSameApi } from '../../diff/index.ts';
import { compareVersions } from '../../model/versions.ts';
import type { BlobReader } from '../../sources/index.ts';
import { formerName, type Presence } from '../ingest/presence.ts';
import type { Chain, ChainFile, Origin, Revision } from './plan/chains.ts';

/** A revision of a service, and its index in the chain. */
interface Place {
  readonly service: string;
  readonly at: number;
  readonly revision: Revision;
}

/**
 * The chains, with each rename recorded in the revisions of both services, and a link to the chain of the former name.
 */
export async function followRenames(chains: readonly Chain[], reader: BlobReader): Promise<readonly Chain[]> {
  const revisions = new Map(chains.map(({ service, revisions: own }) => [service, [...own]]));
  for (const { before, after } of await findRenames(chains, reader)) {
    setPresence(revisions, before, { kind: 'renamed-to', service: after.service });
    setPresence(revisions, after, { kind: 'renamed-from', service: before.service });
  }
  return chains.map(({ service }) => chainOf(service, revisions.get(service) as Revision[], revisions));
}

/** The former names of services, and the former names of those. */
export function formerNames(chains: readonly Chain[], services: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = ({ origins }: Chain): void => {
    for (const { chain } of origins) {
      found.add(chain.service);
      add(chain);
    }
  };
  for (const chain of chains) if (services.includes(chain.service)) add(chain);
  return found;
}

async function findRenames(
  chains: readonly Chain[],
  reader: BlobReader,
): Promise<readonly { readonly before: Place; readonly after: Place }[]> {
  const places = chains.flatMap(({ service, revisions }) =>
    revisions
      .map((revision, at): Place => ({ service, at, revision }))
      .filter(({ revision }) => revision.aside === undefined),
  );
  const removed = places.filter(({ revision }) => revision.presence.kind === 'removed');
  const added = places.filter(({ revision }) => revision.presence.kind === 'added');
  removed.sort((a, b) => compareVersions(a.revision.release.id, b.revision.release.id));
  const taken = new Set<Place>();
  const found: { before: Place; after: Place }[] = [];
  for (const before of removed) {
    const candidates = added.filter(
      (place) => place.revision.release.id === before.revision.release.id && !taken.has(place),
    );
    if (candidates.length === 0) continue;
    const was = await identityOf(before.revision.filesBefore ?? [], reader);
    const identities = await Promise.all(
      candidates.map(async (place) => ({ place, ...(await identityOf(place.revision.files, reader)) })),
    );
    const after = findSameApi(was, identities)?.place;
    if (after === undefined) continue;
    taken.add(after);
    found.push({ before, after });
  }
  return found;
}

function setPresence(
  revisions: ReadonlyMap<string, Revision[]>,
  { service, at, revision }: Place,
  presence: Presence,
): void {
  const own = revisions.get(service);
  if (own !== undefined) own[at] = { ...revision, presence };
}

/** A chain with its former chains: each is the chain of the former name, up to the rename. */
function chainOf(
  service: string,
  own: readonly Revision[],
  revisions: ReadonlyMap<string, readonly Revision[]>,
): Chain {
  const origins = own.flatMap(({ presence, release }, at): readonly Origin[] => {
    const former = formerName(presence);
    const before = former === undefined ? undefined : revisions.get(former);
    if (former === undefined || before === undefined) return [];
    const end = before.findIndex((revision) => revision.release.id === release.id && revision.aside === undefined);
    return end === -1 ? [] : [{ at, chain: chainOf(former, before.slice(0, end), revisions) }];
  });
  return { service, revisions: own, origins };
}

/** The API that a model names; an empty identity if the model cannot be read. */
async function identityOf(files: readonly ChainFile[], reader: BlobReader): Promise<ApiIdentity> {
  const nobody = { uid: undefined, apiVersion: undefined, endpointPrefix: undefined, operations: [] };
  const file = files.find(({ role }) => role === 'service');
  if (file === undefined) return nobody;
  try {
    const model = JSON.parse((await reader.readText(file.blob)) ?? '{}') as {
      readonly metadata?: Record<string, unknown>;
      readonly operations?: object;
    };
    const { uid, apiVersion, endpointPrefix } = model.metadata ?? {};
    return {
      uid: stringOrUndefined(uid),
      apiVersion: stringOrUndefined(apiVersion),
      endpointPrefix: stringOrUndefined(endpointPrefix),
      operations: Object.keys(model.operations ?? {}),
    };
  } catch {
    // The model is read again with its chain, which reports that it is unreadable.
    return nobody;
  }
}

function stringOrUndefined(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
