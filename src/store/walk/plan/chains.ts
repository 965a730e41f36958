/** What a walk has to read: for each service the releases at which its newest model changed, and the blobs it had then. */

import { compareVersions } from '../../../model/versions.ts';
import type { ModelRole } from '../../../parse/dialects/index.ts';
import type { ChangedModelFile, ModelFile } from '../../../sources/index.ts';
import type { Presence } from '../../ingest/presence.ts';
import { contentHash } from '../../packing/content-hash.ts';
import type { Release } from '../../types.ts';

/** A file of a model: its path inside the service, and its blob. */
export interface ChainFile {
  readonly path: string;
  readonly role: ModelRole;
  readonly blob: string;
}

/** A service as it was from one release on. No files: it was removed. */
export interface Revision {
  readonly release: Release;
  readonly presence: Presence;
  readonly files: readonly ChainFile[];
  /** What tells two revisions apart that have other files. */
  readonly key: string;
  /** Whether releases just before it were not walked: what is new in it may be older. */
  readonly unsure: boolean;
  /** What a service that was removed had last. */
  readonly filesBefore?: readonly ChainFile[];
  /** Hash of the model that the store keeps: of a release that the repository does not have any more. */
  readonly stored?: string;
  /** Of a release beside the main line: the revision that it goes on from, if there is one. */
  readonly aside?: { readonly base: Revision | null };
}

export interface Chain {
  readonly service: string;
  readonly revisions: readonly Revision[];
  /** Where its life goes on from that of another name, oldest first. */
  readonly origins: readonly Origin[];
}

/** A rename: the chain of the service by its name before, up to there. */
export interface Origin {
  /** Index of the revision that is the first under the new name. */
  readonly at: number;
  readonly chain: Chain;
}

/** Files of one service, by API version and path. */
type ServiceFiles = Map<string, Map<string, ChainFile>>;

/** What is read of a model. */
const read: ReadonlySet<ModelRole> = new Set([
  'service',
  'paginators',
  'waiters',
  'extras',
  'endpoint-rules',
  'examples',
]);

/** The key of a service without files. */
export const noFiles = '';

/** Follows the models of all services from release to release. */
export class Chains {
  readonly #services = new Map<string, ServiceFiles>();
  readonly #revisions = new Map<string, Revision[]>();
  /** The newest files of a service, to see whether a change touches them. */
  readonly #newest = new Map<string, { readonly key: string; readonly files: readonly ChainFile[] }>();
  /** Services that the store alone knew about since the last release of the repository. */
  readonly #stored = new Set<string>();
  #first: boolean;

  /** `base`: the files of the release before the first; none where the walk starts from nothing. */
  constructor(base: readonly ModelFile[] | undefined) {
    this.#first = base === undefined;
    for (const file of base ?? []) this.#put(file, file.blob);
    for (const [service, files] of this.#services) {
      const newest = newestFiles(files);
      this.#newest.set(service, { key: blobsKey(newest), files: newest });
    }
  }

  /** Takes the changes of one release against the last one that was taken this way. `unsure`: releases between them are left out. */
  take(release: Release, changed: readonly ChangedModelFile[], unsure = false): void {
    const touched = new Set<string>(this.#stored);
    this.#stored.clear();
    for (const file of changed) {
      touched.add(file.service);
      this.#put(file, file.after);
    }
    for (const service of [...touched].sort()) this.#revise(release, service, unsure);
    this.#first = false;
  }

  /** Takes revisions of a release that the repository does not have any more, as the store has them. */
  takeStored(revisions: readonly { readonly service: string; readonly revision: Revision }[]): void {
    for (const { service, revision } of revisions) {
      this.#stored.add(service);
      this.#newest.set(service, {
        key: revision.presence.kind === 'removed' ? noFiles : revision.key,
        files: revision.files,
      });
      this.#add(service, revision);
    }
    this.#first = false;
  }

  /** The chains, sorted by service; those without a new revision are left out. */
  chains(): readonly Chain[] {
    return [...this.#revisions]
      .map(([service, revisions]) => ({ service, revisions, origins: [] }))
      .sort((a, b) => (a.service < b.service ? -1 : 1));
  }

  /** The newest revision of a service so far. */
  newestOf(service: string): Revision | undefined {
    return this.#revisions.get(service)?.at(-1);
  }

  #revise(release: Release, service: string, unsure: boolean): void {
    const files = newestFiles(this.#services.get(service));
    const before = this.#newest.get(service) ?? { key: noFiles, files: [] };
    const key = blobsKey(files);
    if (key === before.key) return;
    this.#newest.set(service, { key, files });
    const kind = files.length === 0 ? 'removed' : before.key === noFiles && !this.#first ? 'added' : 'shown';
    const removed = kind === 'removed' ? { filesBefore: before.files } : {};
    this.#add(service, { release, presence: { kind }, files, key, unsure, ...removed });
  }

  #add(service: string, revision: Revision): void {
    const revisions = this.#revisions.get(service);
    if (revisions === undefined) this.#revisions.set(service, [revision]);
    else revisions.push(revision);
  }

  #put(file: ModelFile | ChangedModelFile, blob: string | null): void {
    if (!read.has(file.role)) return;
    let versions = this.#services.get(file.service);
    if (versions === undefined) {
      versions = new Map();
      this.#services.set(file.service, versions);
    }
    let files = versions.get(file.apiVersion);
    if (files === undefined) {
      files = new Map();
      versions.set(file.apiVersion, files);
    }
    if (blob === null) files.delete(file.file);
    else files.set(file.file, { path: file.path, role: file.role, blob });
  }
}

/** The files of the newest API version that has a model. */
function newestFiles(versions: ServiceFiles | undefined): readonly ChainFile[] {
  const names = [...(versions?.keys() ?? [])]
    .filter((name) => [...(versions?.get(name)?.values() ?? [])].some(({ role }) => role === 'service'))
    .sort(compareVersions);
  const newest = names.at(-1);
  return newest === undefined
    ? []
    : [...(versions?.get(newest)?.values() ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function blobsKey(files: readonly ChainFile[]): string {
  return files.length === 0 ? noFiles : contentHash(files.map(({ path, blob }) => `${path} ${blob}`).join('\n'));
}
