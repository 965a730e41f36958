/** Where notes belong: to a release and perhaps a service of it, or to nothing that the store has. */
import type { Database } from '../database/database.ts';
import { isOnService, servicesOfNote } from '../releases/note-services.ts';
import type { Release } from '../types.ts';
import { repositoriesOf } from '../walk/plan/repositories.ts';
import type { NoteRow } from './inputs.ts';

/** What decides where a note belongs. */
export type PlacedNote = Pick<NoteRow, 'version' | 'date' | 'category' | 'service' | 'repository'>;

export type NotePlace =
  /** The service is undefined if the note is about none. */
  | { readonly release: Release; readonly service: string | undefined }
  /** About a service that the store does not have. */
  | { readonly unmatched: string }
  /** Of a repository without service models. */
  | { readonly elsewhere: number };

/** Places notes at the releases and services that a store has at one time. */
export class NotePlaces {
  readonly #byVersion: ReadonlyMap<string, Release>;
  readonly #byDay: ReadonlyMap<string, Release>;
  readonly #known: ReadonlySet<string>;
  readonly #services = new Map<string, string | undefined>();
  readonly #withModels: ReadonlySet<number>;

  constructor(database: Database, releases: readonly Release[], services: Iterable<string>) {
    this.#byVersion = new Map(releases.map((release) => [release.version ?? release.id, release]));
    this.#byDay = new Map(releases.flatMap((release) => (release.date === null ? [] : [[release.date, release]])));
    this.#known = new Set(services);
    this.#withModels = new Set(repositoriesOf(database).flatMap(({ id, hasModels }) => (hasModels ? [id] : [])));
  }

  /** Undefined while its release is not known. */
  placeOf({ version, date, category, service: name, repository }: PlacedNote): NotePlace | undefined {
    // Another project has its own version numbers: its 1.2.0 is not ours.
    if (repository !== null && !this.#withModels.has(repository)) return { elsewhere: repository };
    const release =
      (version === null ? undefined : this.#byVersion.get(version)) ??
      (version === null && date !== null ? this.#byDay.get(date) : undefined);
    if (release === undefined) return undefined;
    const service = name === null ? undefined : this.#serviceOf(name);
    if (service === undefined && name !== null && isOnService(name, category)) return { unmatched: name };
    return { release, service };
  }

  #serviceOf(name: string): string | undefined {
    if (!this.#services.has(name)) this.#services.set(name, servicesOfNote(name, this.#known));
    return this.#services.get(name);
  }
}
