/** What a walk has to read: for each service the releases at which its newest model changed, and the blobs it had then. */
import { type ChangedModelFile, compareVersions, type ModelFile, type ModelRole } from '../../sources/index.ts';
import type { Presence } from '../inputs.ts';
import type { Release } from '../types.ts';

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
  /** What a service that was removed had last. */
  readonly lost?: readonly ChainFile[];
}

export interface Chain {
  readonly service: string;
  readonly revisions: readonly Revision[];
  /** The chain of the service by its name before, up to where it was renamed: its life goes on under the new one. */
  readonly origin?: Chain;
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

/** Follows the models of all services from release to release. */
export class Chains {
  readonly #services = new Map<string, ServiceFiles>();
  readonly #revisions = new Map<string, Revision[]>();
  /** The newest files of a service, to see whether a change touches them. */
  readonly #newest = new Map<string, readonly ChainFile[]>();
  #first: boolean;

  /** `base`: the files of the release before the first; none where the walk starts from nothing. */
  constructor(base: readonly ModelFile[] | undefined) {
    this.#first = base === undefined;
    for (const file of base ?? []) this.#put(file, file.blob);
    for (const [service, files] of this.#services) this.#newest.set(service, newestFiles(files));
  }

  /** Takes the changes of one release. */
  take(release: Release, changed: readonly ChangedModelFile[]): void {
    const touched = new Set<string>();
    for (const file of changed) {
      touched.add(file.service);
      this.#put(file, file.after);
    }
    for (const service of [...touched].sort()) this.#revise(release, service);
    this.#first = false;
  }

  /** The chains, sorted by service; those without a new revision are left out. */
  chains(): readonly Chain[] {
    return [...this.#revisions]
      .map(([service, revisions]) => ({ service, revisions }))
      .sort((a, b) => (a.service < b.service ? -1 : 1));
  }

  #revise(release: Release, service: string): void {
    const files = newestFiles(this.#services.get(service));
    const before = this.#newest.get(service) ?? [];
    if (textOf(files) === textOf(before)) return;
    this.#newest.set(service, files);
    const presence: Presence = files.length === 0 ? 'removed' : before.length === 0 && !this.#first ? 'added' : 'shown';
    const revision = { release, presence, files, ...(presence === 'removed' ? { lost: before } : {}) };
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

function textOf(files: readonly ChainFile[]): string {
  return files.map(({ path, blob }) => `${path} ${blob}`).join('\n');
}
