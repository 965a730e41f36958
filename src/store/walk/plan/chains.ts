/** What a walk must read: for each service, the releases at which its newest model changed, with its blobs then. */

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

/** A service from one release on. Without files: it was removed. */
export interface Revision {
  readonly release: Release;
  readonly presence: Presence;
  readonly files: readonly ChainFile[];
  /** Differs between revisions with different files. */
  readonly key: string;
  /** Whether releases just before it were not walked: what is new in it may be older. */
  readonly unsure: boolean;
  /** The last files of a removed service. */
  readonly filesBefore?: readonly ChainFile[];
  /** Hash of the stored model, for a release that the repository lost. */
  readonly stored?: string;
  /** For a release beside the main line: the revision that it continues after, or null. */
  readonly aside?: { readonly base: Revision | null };
}

export interface Chain {
  readonly service: string;
  readonly revisions: readonly Revision[];
  /** The former names whose histories it continues, oldest first. */
  readonly origins: readonly Origin[];
}

/** A rename: the chain of the service under its former name, up to the rename. */
export interface Origin {
  /** Index of the revision that is the first under the new name. */
  readonly at: number;
  readonly chain: Chain;
}

/** Files of one service, by API version and path. */
type ServiceFiles = Map<string, Map<string, ChainFile>>;

/** The roles of a model's files that are read. */
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
  /** The newest files of a service, to see whether a change concerns them. */
  readonly #newest = new Map<string, { readonly key: string; readonly files: readonly ChainFile[] }>();
  /** Services that only the store has in the releases since the last one of the repository. */
  readonly #stored = new Set<string>();
  #first: boolean;

  /** `base`: the files of the release before the first; undefined if the walk starts at the first release. */
  constructor(base: readonly ModelFile[] | undefined) {
    this.#first = base === undefined;
    for (const file of base ?? []) this.#put(file, file.blob);
    for (const [service, files] of this.#services) {
      const newest = newestFiles(files);
      this.#newest.set(service, { key: blobsKey(newest), files: newest });
    }
  }

  /**
   * Adds the changes of one release since the last release that was added. `unsure`: there are other releases between
   * them.
   */
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

  /** Adds stored revisions, for a release that the repository lost. */
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

  /** The chains, sorted by service, without those that have no new revision. */
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
