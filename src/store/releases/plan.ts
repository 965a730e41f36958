/** Which release each input belongs to, and in which order: versions, days, and pages about a version. */
import { compareVersions } from '../../model/versions.ts';
import type { Database } from '../database/database.ts';
import { rulesVersion } from '../database/engine-versions.ts';
import type { ReleaseStep, SourceSnapshot } from '../history/source-snapshots.ts';
import { type Input, inputsOf, knownServices, namedReleases, notedDays, snapshotOf } from '../ingest/inputs.ts';
import { type Presence, packPresence, shown } from '../ingest/presence.ts';
import { contentHash } from '../packing/content-hash.ts';
import type { Release } from '../types.ts';
import { modelReleases } from '../walk/plan/repositories.ts';
import { lineOf, releaseLinesOf } from './line-of.ts';
import { isStateOf, matchPage, type VersionState } from './match-pages.ts';
import { orderReleases } from './release-order.ts';

/** The release of a source that states neither version nor day, and whose state is not known. */
export const undatedRelease = 'undated';

/** A step before its models are loaded. */
export interface PlannedStep {
  readonly release: Release;
  readonly complete: boolean;
  readonly presence: Presence;
  readonly unsure: boolean;
  /** The names of all inputs, including those without a model. */
  readonly hashes: readonly string[];
  /** The inputs that have a model. */
  readonly inputs: readonly Input[];
}

/** A release beside the main line, and the steps of a history that lead to it. */
export interface AsideStep {
  readonly step: PlannedStep;
  readonly before: readonly PlannedStep[];
}

/** The order of all inputs in the store. */
export class Plan {
  readonly services: readonly string[];
  readonly undated: Input[] = [];
  readonly #database: Database;
  readonly #inputs = new Map<string, readonly Input[]>();
  /** The version of inputs that state only a day, or nothing. */
  readonly #versions = new Map<number, string>();
  readonly #days = new Map<string, string>();
  readonly #complete: ReadonlySet<string>;
  readonly #walked: readonly Release[];
  /**
   * By repository: for each release beside the main line, the version that it continues after; empty if there is none.
   */
  readonly #lines: ReadonlyMap<number, ReadonlyMap<string, string>>;

  constructor(database: Database) {
    this.#database = database;
    this.services = knownServices(database);
    const walked = modelReleases(database);
    this.#walked = walked.map(({ version, date }) => ({ id: version, version, date }));
    this.#lines = releaseLinesOf(walked);
    // The repository that was walked first decides the day of a version; the other sources follow.
    for (const { version, date } of walked) if (!this.#days.has(version)) this.#days.set(version, date);
    for (const service of this.services) {
      const inputs = inputsOf(database, service);
      this.#inputs.set(service, inputs);
      for (const { version, date, repository } of inputs)
        if (version !== null && date !== null && repository === null && !this.#days.has(version))
          this.#days.set(version, date);
    }
    for (const { version, date } of notedDays(database)) {
      const known = this.#days.get(version);
      // A day says more than its month.
      if (known === undefined || (known.length < date.length && date.startsWith(known))) this.#days.set(version, date);
    }
    this.#complete = new Set(
      namedReleases(database).flatMap(({ version, complete }) => (complete && version !== null ? [version] : [])),
    );
    for (const service of this.services) this.#match(service);
  }

  /** Every release, oldest first. */
  releases(): readonly Release[] {
    const found = new Map<string, Release>(this.#walked.map((release) => [release.id, release]));
    for (const inputs of this.#inputs.values()) {
      for (const input of inputs) {
        const release = this.#releaseOf(input);
        found.set(release.id, release);
      }
    }
    return orderReleases([...found.values()]);
  }

  /** The steps of a service's history on the main line. `releases` are all releases, oldest first. */
  mainStepsOf(service: string, releases: readonly Release[]): readonly PlannedStep[] {
    const beside = this.#besideOf(service);
    const steps = this.stepsOf(service, releases);
    const main = steps.filter(({ release }) => !beside.has(release.id));
    // If only releases beside the main line had a service, they are its history.
    return main.length === 0 ? steps : main;
  }

  /** The steps of a service beside the main line. */
  asideStepsOf(service: string, releases: readonly Release[]): readonly AsideStep[] {
    const beside = this.#besideOf(service);
    const steps = beside.size === 0 ? [] : this.stepsOf(service, releases);
    if (steps.every(({ release }) => beside.has(release.id))) return [];
    return steps
      .filter(({ release, hashes }) => beside.has(release.id) && hashes.length > 0)
      .map((step) => {
        const isBefore = lineOf(beside, beside.get(step.release.id) ?? '');
        return { step, before: steps.filter(({ release }) => release !== step.release && isBefore(release.id)) };
      });
  }

  /** The releases beside the main line of the repository that a service was walked in. */
  #besideOf(service: string): ReadonlyMap<string, string> {
    const walked = this.#inputs.get(service)?.find(({ repository }) => repository !== null)?.repository;
    return this.#lines.get(walked ?? 0) ?? new Map();
  }

  /** All steps of a service. `releases` are all releases, oldest first. */
  stepsOf(service: string, releases: readonly Release[]): readonly PlannedStep[] {
    const byRelease = new Map<string, Input[]>();
    for (const input of this.#inputs.get(service) ?? []) {
      const { id } = this.#releaseOf(input);
      const list = byRelease.get(id);
      if (list === undefined) byRelease.set(id, [input]);
      else list.push(input);
    }
    return releases.flatMap((release) => {
      const inputs = byRelease.get(release.id) ?? [];
      if (inputs.length === 0 && !this.#complete.has(release.id)) return [];
      const presence = inputs.find((input) => input.presence.kind !== 'shown')?.presence ?? shown;
      return [
        {
          release,
          complete: this.#complete.has(release.id),
          presence,
          unsure: inputs.some(({ unsure }) => unsure),
          hashes: inputs.map(({ hash }) => hash),
          inputs: inputs.filter(({ snapshot }) => snapshot !== ''),
        },
      ];
    });
  }

  /** A planned step with its models. */
  load(step: PlannedStep): ReleaseStep {
    const views = step.inputs.map(
      (input): SourceSnapshot => ({
        dialect: input.dialect,
        snapshot: input.snapshot,
        stated: input.stated,
        service: snapshotOf(this.#database, input),
      }),
    );
    const { release, complete, presence, unsure } = step;
    return { release, complete, presence, unsure, views };
  }

  /** The release of an input: its version, the version of its day, or its day. */
  #releaseOf(input: Input): Release {
    const version =
      input.version ?? this.#versions.get(input.id) ?? (input.date === null ? undefined : this.#versionOf(input.date));
    if (version !== undefined) return { id: version, version, date: this.#days.get(version) ?? null };
    if (input.date !== null) return { id: input.date, version: null, date: input.date };
    return { id: undatedRelease, version: null, date: null };
  }

  #versionOf(day: string): string | undefined {
    for (const [version, date] of this.#days) if (date === day) return version;
    return undefined;
  }

  /** Finds the versions of pages and single documents of a service; a page also gives its version a day. */
  #match(service: string): void {
    const inputs = this.#inputs.get(service) ?? [];
    const loose = inputs.filter(({ version }) => version === null);
    if (loose.length === 0) return;
    const states: VersionState[] = inputs
      .filter(({ version, stated, snapshot }) => version !== null && stated === null && snapshot !== '')
      // The filter above keeps only those with a version.
      .map((input) => ({ version: input.version as string, service: snapshotOf(this.#database, input) }))
      .sort((a, b) => compareVersions(a.version, b.version));
    for (const input of loose) {
      const own = snapshotOf(this.#database, input);
      const version =
        input.stated !== null
          ? matchPage(own, input.stated, states)
          : input.date === null
            ? [...states].reverse().find((state) => isStateOf(own, state.service))?.version
            : undefined;
      if (version !== undefined) {
        this.#versions.set(input.id, version);
        if (input.date !== null && !this.#days.has(version)) this.#days.set(version, input.date);
      } else if (input.date === null) this.undated.push(input);
    }
  }
}

/** A step, reduced to what the fingerprint of a history needs. */
export interface LivedStep {
  readonly release: Pick<Release, 'id'>;
  readonly complete: boolean;
  readonly presence: Presence;
  readonly hashes: readonly string[];
}

/**
 * The fingerprint of a history, made from its steps and the fingerprint of the histories under former names. Equal
 * fingerprints mean equal histories.
 */
export function madeFromOf(steps: readonly LivedStep[], origins: string): string {
  return `${fingerprintOf(steps)}:${origins}`;
}

/** The fingerprint of the histories under former names after one more of them; empty if there is none. */
export function originsMark(before: string, steps: readonly LivedStep[]): string {
  return contentHash(`${before} ${fingerprintOf(steps)}`);
}

/** The fingerprint of the former histories, out of the whole one. */
export function originsIn(madeFrom: string): string {
  return madeFrom.split(':')[1] ?? '';
}

function fingerprintOf(steps: readonly LivedStep[]): string {
  return contentHash(
    JSON.stringify([
      rulesVersion,
      steps.map(({ release, complete, presence, hashes }) => [
        ...[release.id, complete, packPresence(presence)],
        [...hashes].sort(),
      ]),
    ]),
  );
}
