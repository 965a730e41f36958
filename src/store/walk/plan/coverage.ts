/** Which releases of a repository were walked, for which services, and from which commits. */
import { compareVersions } from '../../../model/versions.ts';
import type { Database } from '../../database/database.ts';

/** The commit of each release that was walked, by version. */
export type Covered = ReadonlyMap<string, string>;

/** Stands for every service without its own coverage. */
const everyService = '*';

/** What was walked of one repository. */
export class Coverage {
  readonly #services: ReadonlyMap<string, Covered>;

  constructor(services: ReadonlyMap<string, Covered> = new Map()) {
    this.#services = services;
  }

  /** Reads the stored coverage of a repository. */
  static read(database: Database, repository: number): Coverage {
    const found = new Map<string, Covered>();
    for (const row of database.rows<CoverageRow>('coverage', 'WHERE repository = ?', repository)) {
      const covered = new Map(JSON.parse(row.releases) as [string, string][]);
      for (const service of JSON.parse(row.services) as string[]) found.set(service, covered);
    }
    return new Coverage(found);
  }

  /** Replaces the stored coverage; services with the same coverage share a row. */
  write(database: Database, repository: number): void {
    database.run('DELETE FROM coverage WHERE repository = ?', repository);
    const rows = new Map<string, string[]>();
    for (const [service, covered] of this.#services) {
      const releases = JSON.stringify([...covered].sort(([a], [b]) => compareVersions(a, b)));
      rows.set(releases, [...(rows.get(releases) ?? []), service]);
    }
    for (const [releases, services] of rows)
      database.insert('coverage', { repository, services: JSON.stringify(services.sort()), releases });
  }

  /** Every release that was walked for any service, with its commits. */
  all(): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const covered of new Set(this.#services.values()))
      for (const [version, commit] of covered) {
        const commits = found.get(version);
        if (commits === undefined) found.set(version, new Set([commit]));
        else commits.add(commit);
      }
    return found;
  }

  /** The releases that were walked for a service; without one, for every service that has no coverage of its own. */
  of(service: string = everyService): Covered {
    return this.#services.get(service) ?? this.#services.get(everyService) ?? new Map();
  }

  /** The services that have their own coverage. */
  named(): readonly string[] {
    return [...this.#services.keys()].filter((service) => service !== everyService);
  }

  /**
   * The coverage with a change for some services, or for all. A service whose coverage is then the common one has no
   * longer its own.
   */
  with(services: readonly string[] | undefined, change: (covered: Covered) => Covered): Coverage {
    const changed = new Map(this.#services);
    const all = [everyService, ...this.named().filter((service) => !this.#isGivenUp(service))];
    for (const service of services ?? all) changed.set(service, change(this.of(service)));
    const common = changed.get(everyService) ?? new Map<string, string>();
    for (const [service, covered] of changed) {
      const isCommon = service !== everyService && isSame(covered, common);
      if (isCommon || (covered.size === 0 && !this.#isGivenUp(service))) changed.delete(service);
    }
    return new Coverage(changed);
  }

  /** The releases that were walked in this coverage or in the other. */
  mergedWith(other: Coverage): Coverage {
    const all = new Map<string, Covered>();
    for (const service of [everyService, ...this.named(), ...other.named()])
      all.set(service, new Map([...other.of(service), ...this.of(service)]));
    return new Coverage(all).with([], (covered) => covered);
  }

  /** The coverage without some services: another repository provides them, until the user asks for them by name. */
  giveUp(services: readonly string[]): Coverage {
    const left = new Map(this.#services);
    for (const service of services) left.set(service, new Map());
    return new Coverage(left);
  }

  #isGivenUp(service: string): boolean {
    return this.#services.get(service)?.size === 0;
  }
}

interface CoverageRow {
  readonly services: string;
  readonly releases: string;
}

/** Whether two coverages have the same releases with the same commits. */
export function isSame(a: Covered, b: Covered): boolean {
  return a.size === b.size && [...a].every(([version, commit]) => b.get(version) === commit);
}
