/** Services that were renamed: one is removed, another is added in the same release, and both are one API. */
import { type ApiIdentity, findSameApi } from '../../diff/index.ts';
import type { BlobReader } from '../../sources/index.ts';
import type { Chain, ChainFile, Revision } from './chains.ts';

/** A revision of a chain, and where it stands in it. */
interface Place {
  readonly chain: Chain;
  readonly at: number;
  readonly revision: Revision;
}

/** The chains with renames written into both services' revisions, and the way to where the life of the new one began. */
export async function followRenames(chains: readonly Chain[], reader: BlobReader): Promise<readonly Chain[]> {
  const places = chains.flatMap((chain) =>
    chain.revisions
      .map((revision, at): Place => ({ chain, at, revision }))
      .filter(({ revision }) => revision.aside === undefined),
  );
  const removed = places.filter(({ revision }) => revision.presence === 'removed');
  const added = places.filter(({ at, revision }) => at === 0 && revision.presence === 'added');
  const byService = new Map(chains.map((chain) => [chain.service, chain]));
  const taken = new Set<string>();
  for (const gone of removed) {
    const there = added.filter(
      ({ chain, revision }) => revision.release.id === gone.revision.release.id && !taken.has(chain.service),
    );
    if (there.length === 0) continue;
    const was = await identityOf(gone.revision.lost ?? [], reader);
    const candidates = await Promise.all(
      there.map(async ({ chain, revision }) => ({ chain, ...(await identityOf(revision.files, reader)) })),
    );
    const chain = findSameApi(was, candidates)?.chain;
    if (chain === undefined) continue;
    taken.add(chain.service);
    const before = byService.get(gone.chain.service) as Chain;
    const origin: Chain = { ...before, revisions: before.revisions.slice(0, gone.at) };
    byService.set(before.service, withPresence(before, gone.at, `to ${chain.service}`));
    const now = byService.get(chain.service) as Chain;
    byService.set(chain.service, { ...withPresence(now, 0, `from ${before.service}`), origin });
  }
  for (const chain of [...byService.values()]) {
    const from = formerName(chain);
    const before = from === undefined ? undefined : byService.get(from);
    if (chain.origin !== undefined || before === undefined) continue;
    // A rename that the store knows, in a release that the repository does not have any more.
    const end = before.revisions.findIndex(({ presence }) => presence === `to ${chain.service}`);
    byService.set(chain.service, {
      ...chain,
      origin: { ...before, revisions: before.revisions.slice(0, Math.max(end, 0)) },
    });
  }
  return chains.map(({ service }) => byService.get(service) as Chain);
}

/** The name that a service had before; undefined where it was never renamed. */
function formerName({ revisions }: Chain): string | undefined {
  const presence = revisions[0]?.presence ?? '';
  return presence.startsWith('from ') ? presence.slice(5) : undefined;
}

function withPresence(chain: Chain, at: number, presence: Revision['presence']): Chain {
  return {
    ...chain,
    revisions: chain.revisions.map((revision, index) => (index === at ? { ...revision, presence } : revision)),
  };
}

/** Who a model says that it is; nobody where it cannot be read. */
async function identityOf(files: readonly ChainFile[], reader: BlobReader): Promise<ApiIdentity> {
  const file = files.find(({ role }) => role === 'service');
  const text = file === undefined ? undefined : await reader.readText(file.blob);
  try {
    const model = JSON.parse(text ?? '{}') as {
      readonly metadata?: Record<string, unknown>;
      readonly operations?: object;
    };
    const { uid, apiVersion, endpointPrefix } = model.metadata ?? {};
    return {
      uid: textOf(uid),
      apiVersion: textOf(apiVersion),
      endpointPrefix: textOf(endpointPrefix),
      operations: Object.keys(model.operations ?? {}),
    };
  } catch {
    return { uid: undefined, apiVersion: undefined, endpointPrefix: undefined, operations: [] };
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
