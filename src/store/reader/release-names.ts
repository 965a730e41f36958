/**
 * Whose releases a store has: names for feeds, the numbers of a release, and whose the texts are; each is read once.
 */
import type { About, ReleaseLine } from '../../parse/dialects/index.ts';
import { aboutOf } from '../about.ts';
import type { Database } from '../database/database.ts';
import { releaseLineOf } from '../release-line-of.ts';

export class ReleaseNames {
  readonly #database: Database;
  readonly #lines = new Map<string | null, ReleaseLine>();
  #about: About | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** How the names of feed items begin, for a service or for all (null). */
  feedName(service: string | null): string {
    return this.#line(service).feedName;
  }

  numbersOf(version: string): readonly string[] {
    return this.#line(null).numbersOf(version);
  }

  about(): About {
    this.#about ??= aboutOf(this.#database, this.#line(null).about);
    return this.#about;
  }

  #line(service: string | null): ReleaseLine {
    const line = this.#lines.get(service) ?? releaseLineOf(this.#database, service);
    this.#lines.set(service, line);
    return line;
  }
}
