/**
 * Which releases changed which services, with their notes: of one service or of all, read once and found by an index.
 */
import type { Prose } from '../../model/index.ts';
import { readProse } from '../../parse/prose/read.ts';
import type { Database } from '../database/database.ts';
import type { ReleaseNote, ServiceRelease } from '../types.ts';
import type { NoteRow, ServiceReleaseRow, ServiceRow } from './reader-rows.ts';
import type { ReleaseTable } from './release-table.ts';

interface Indexed {
  readonly list: readonly ServiceRelease[];
  readonly byService: ReadonlyMap<string, readonly ServiceRelease[]>;
  readonly byRelease: ReadonlyMap<string, readonly ServiceRelease[]>;
}

const nothing: readonly ServiceRelease[] = [];

export class ServiceReleases {
  readonly #database: Database;
  readonly #releases: ReleaseTable;
  /** Services that were asked for one by one, before all were read. */
  readonly #lone = new Map<string, readonly ServiceRelease[]>();
  #all: Indexed | undefined;

  constructor(database: Database, releases: ReleaseTable) {
    this.#database = database;
    this.#releases = releases;
  }

  /** Newest first, then by service. */
  all(): readonly ServiceRelease[] {
    return this.#index().list;
  }

  /** Of one service, newest first. */
  ofService(service: string): readonly ServiceRelease[] {
    if (this.#all !== undefined) return this.#all.byService.get(service) ?? nothing;
    let found = this.#lone.get(service);
    if (found === undefined) {
      found = this.#read(service);
      this.#lone.set(service, found);
    }
    return found;
  }

  /** Of one release, by service. */
  ofRelease(release: string): readonly ServiceRelease[] {
    return this.#index().byRelease.get(release) ?? nothing;
  }

  #index(): Indexed {
    if (this.#all === undefined) {
      // Otherwise each service would be read by itself.
      this.#releases.all();
      const all = this.#read();
      // A rename is listed under the new id. Callers that follow the old one read it there.
      const list = all.filter(({ status }) => status !== 'renamed');
      this.#all = {
        list,
        byService: Map.groupBy(all, ({ service }) => service),
        byRelease: Map.groupBy(list, ({ release }) => release.id),
      };
      this.#lone.clear();
    }
    return this.#all;
  }

  /** Reads the releases of one service, or of all. */
  #read(service?: string): readonly ServiceRelease[] {
    const only = service === undefined ? [] : [service];
    const where = (column: string) => (service === undefined ? '' : `WHERE ${column} = ? `);
    const notes = new Map<string, ReleaseNote[]>();
    for (const row of this.#database.rows<NoteRow>(
      'release_note',
      `${where('service')}ORDER BY service, release, text`,
      ...only,
    )) {
      const key = `${row.service}\n${row.release}`;
      const note = { category: row.category, text: readProse(JSON.parse(row.text) as Prose) };
      const list = notes.get(key);
      if (list === undefined) notes.set(key, [note]);
      else list.push(note);
    }
    const titles = new Map(
      this.#database.rows<ServiceRow>('service', where('id'), ...only).map(({ id, title }) => [id, title]),
    );
    return this.#database
      .rows<ServiceReleaseRow>(
        'service_release',
        `JOIN release r ON r.id = service_release.release ${where('service_release.service')}ORDER BY r.position DESC, service_release.service`,
        ...only,
      )
      .flatMap((row) => {
        const release = this.#releases.one(row.release);
        const title = titles.get(row.service);
        if (release === null || title === undefined) return [];
        return [
          {
            release,
            service: row.service,
            title,
            // The store writes nothing else.
            status: row.status as ServiceRelease['status'],
            counts: JSON.parse(row.counts) as ServiceRelease['counts'],
            notes: notes.get(`${row.service}\n${row.release}`) ?? [],
            sources: JSON.parse(row.sources) as string[],
          },
        ];
      });
  }
}
