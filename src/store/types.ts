/**
 * What readers get from the store: releases, the newest state of every service, changes, and since when things exist.
 */
import type { CompareOptions } from '../diff/index.ts';
import type {
  Change,
  ClientContextParam,
  Direction,
  ErrorReference,
  Fact,
  Operation,
  Paginator,
  Prose,
  Service,
  ServiceChanges,
  Severity,
  Shape,
  ShapeId,
  Waiter,
} from '../model/index.ts';
import type { About } from '../parse/dialects/index.ts';
import type { Examination } from './database/examine.ts';
import type { KeptFacts } from './facts/past-facts.ts';
import type { NamedParts, PastFacts, PastState, ReadState, Renamed, Shelf } from './past-types.ts';
import type { Occurrence } from './reader/find-name.ts';
import type { StampedService, Stamps } from './reader/stamps.ts';

/** A release: a version, or a day where only that is known. */
export interface Release {
  /** The version (`1.40.73`) or the day (`2020-09-08`); a checked slug, and the release's address. */
  readonly id: string;
  readonly version: string | null;
  /** ISO day, or ISO month if a changelog states only that; null if no source states it. */
  readonly date: string | null;
  /** When its commit was made, to the second (`2026-08-07T19:32:15Z`); absent if only the day is known. */
  readonly time?: string;
}

/**
 * The number of changes as readers count them (cards): by severity for callers of the SDK, and how many concern only
 * the wire.
 */
export type Counts = Readonly<Record<Severity | 'wire', number>>;

/** What one release did to one service. */
export interface ServiceRelease {
  readonly release: Release;
  readonly service: string;
  readonly title: string;
  /**
   * `first`: the earliest state known, with nothing to compare it with. `renamed`: the service continues under another
   * id.
   */
  readonly status: 'added' | 'removed' | 'renamed' | 'changed' | 'first';
  readonly counts: Counts;
  /** What the service's team wrote about it, one entry a note. */
  readonly notes: readonly ReleaseNote[];
  /** Where it comes from: a short label for people (`changelog page`, `documentation`, `service model`). */
  readonly sources: readonly string[];
}

export interface ReleaseNote {
  /** `api-change`, `feature`, … as the source names it; null if the source names none. */
  readonly category: string | null;
  readonly text: Prose;
}

/** A note that is about no service. */
export interface GeneralNote extends ReleaseNote {
  /** The subject that the note states: `TLS`, `Proxy`; null if it states none. */
  readonly about: string | null;
}

/** Since when something is known to exist. */
export interface Since {
  readonly release: Release;
  /** The release is only the earliest one known: "1.40.72 or earlier". */
  readonly orEarlier: boolean;
}

/** One operation with the shapes it needs, as of the newest release that shows it. */
export interface OperationState {
  readonly operation: Operation;
  /**
   * At least every shape reachable from the operation. Read descriptions, of shapes and of the operation, with
   * `StoreReader.read`.
   */
  readonly shapes: Readonly<Record<ShapeId, Shape>>;
  readonly asOf: Release;
  readonly facts: readonly Fact[];
  /** Label of the source, as in `ServiceRelease.sources`. */
  readonly source: string;
  /** The release that removed it; null while it exists. */
  readonly removedIn: Release | null;
}

/** The newest state of a service, combined from all sources. */
export interface ServiceState {
  readonly id: string;
  readonly title: string;
  readonly uid: string | null;
  readonly apiVersion: string | null;
  readonly documentation: Prose | null;
  readonly asOf: Release;
  readonly facts: readonly Fact[];
  /** Whether every operation of the service is known to be included. */
  readonly complete: boolean;
  readonly removedIn: Release | null;
  /** Sorted by name; removed operations are included. */
  readonly operations: readonly OperationState[];
  readonly waiters: readonly Waiter[];
  readonly paginators: readonly Paginator[];
  readonly clientContextParams: readonly ClientContextParam[];
  readonly errors: readonly ErrorReference[];
}

/** Answers "since when" for the things of one service. */
export interface SinceIndex {
  readonly service: Since | null;
  operation(name: string): Since | null;
  field(operation: string, direction: Direction, path: string): Since | null;
  enumValue(operation: string, direction: Direction, path: string, value: string): Since | null;
  error(operation: string, name: string): Since | null;
  /** When a field existed that was removed, alone or with its parent. Null if it exists now, or never existed. */
  removedField(operation: string, direction: Direction, path: string): Lifespan | null;
  /** What an operation had and lost: errors, fields, enum values, each at its shortest path. */
  removedParts(operation: string): readonly RemovedPart[];
  /** The same below one field. With an empty path: below the whole request or response. */
  removedBelow(operation: string, direction: Direction, path: string): readonly RemovedPart[];
  /** Where a request or response begins, as a number to go on from: who goes everywhere need not start anew for each path. Null where nobody knows. */
  start(operation: string, direction: Direction): number | null;
  /** One step on from there: since when it is there, and where it leads. */
  next(from: number, step: string): { readonly since: Since | null; readonly to: number } | null;
}

export interface Lifespan {
  /** Null if nobody knows it any more. */
  readonly since: Since | null;
  readonly removedIn: Since;
}

/** A field, a value of an enum, or an error (which has no direction) that was removed. */
export interface RemovedPart extends Lifespan {
  readonly direction: Direction | null;
  readonly path: string;
  /** The value of the enum at the path, or the error; null where the field itself was removed. */
  readonly value: string | null;
}

export interface ServiceSummary {
  readonly id: string;
  readonly title: string;
  /** Other names that people search for, in lower case. */
  readonly aliases: readonly string[];
  readonly operations: number;
  readonly since: Since | null;
  readonly removedIn: Release | null;
  /** The newest release that changed it. */
  readonly changedIn: Release | null;
}

/** A release of a service that could not be read, and why. */
export interface UnreadRelease {
  readonly service: string;
  readonly version: string;
  readonly why: string;
}

/** What an upgrade changes. */
export interface PlannedUpgrade {
  /** The version after the upgrade. */
  readonly to: string;
  /** Services that changed between the two versions, sorted. */
  readonly touched: readonly string[];
  /** Services that the store knows, but whose state before the upgrade it does not know. */
  readonly unknownBefore: readonly string[];
}

/**
 * The read side of the store. Its prose has no node of type `html`, except in descriptions of operations and shapes:
 * pass those to `read`.
 */
export interface StoreReader {
  /** Newest first. */
  releases(): readonly Release[];
  /** Of all services, sorted. */
  serviceIds(): readonly string[];
  /** Sorted by id. */
  services(): readonly ServiceSummary[];
  service(id: string): ServiceState | null;
  /**
   * A description of an operation, a shape or a member, with its HTML parsed. All of them together do not fit into
   * memory.
   */
  read(prose: Prose | undefined): Prose | undefined;
  since(service: string): SinceIndex;
  /** Newest first, then by service. The filter keeps one service, one release, or both. */
  serviceReleases(filter?: { readonly service?: string; readonly release?: string }): readonly ServiceRelease[];
  /** What the team wrote about a release that concerns no single service. */
  generalNotes(release: string): readonly GeneralNote[];
  /** The changes of one service in one release, worst first, then by kind and place. */
  changes(service: string, release: string): readonly Change[];
  /** The releases that changed descriptions of a service, newest first, with the number of changed descriptions. */
  described(service: string): readonly { readonly release: Release; readonly count: number }[];
  /** The changed descriptions of one service in one release, by kind and place; each with its first place. */
  descriptions(service: string, release: string): readonly Change[];
  /** Every change that names the operation, newest first. */
  operationHistory(
    service: string,
    operation: string,
  ): readonly { readonly release: Release; readonly changes: readonly Change[] }[];
  /**
   * States of services that a walk could not read, by service and version. States after them may be older than they
   * seem.
   */
  unread(): readonly UnreadRelease[];
  /** The versions of all releases, oldest first. */
  versions(): readonly string[];
  /** A version in the spelling of the store. Throws a `StoreError` if the store has no such release. */
  version(name: string): string;
  /**
   * The whole state of a service at a version, by the name that it had then, also if it was renamed later. Null if the
   * service did not exist, or its state is not known.
   */
  stateAt(service: string, version: string): Service | null;
  /**
   * Every state that a service had, also under its former names: oldest first, those beside the main line last. Do not
   * change them.
   */
  states(service: string): Iterable<PastState>;
  /**
   * The facts of a service, each with the states in which it held. A life counts the given releases. With a shelf, it
   * goes on from what was kept there, if the older states are the same, and keeps what it has read.
   */
  factHistory(service: string, shelf?: Shelf<KeptFacts>): PastFacts;
  /** What a service is called now, and which version renamed it; null if it was not renamed, or exists again. */
  renamedTo(service: string): Renamed | null;
  /** The state of a service just before a version: at the release that the version continues after. */
  stateBefore(service: string, version: string): Service | null;
  /**
   * The net changes between two releases: what was added and removed again between them is left out. Throws a
   * `StoreError` if they cannot be compared.
   */
  between(service: string, from: string, to: string, options?: CompareOptions): ServiceChanges | null;
  /** The same between any two versions, also those that are not releases of the store. */
  netChanges(service: string, from: string, to: string, options?: CompareOptions): ServiceChanges | null;
  /** Finds every operation, field, enum value and named shape of a name, in all services, ignoring letter case. */
  find(name: string): Iterable<Occurrence>;
  /**
   * What an upgrade changes. Without `to` it ends at the newest version. Throws a `StoreError` if the store has no
   * history that far.
   */
  upgrade(from: string, to: string | undefined, services: readonly string[] | undefined): PlannedUpgrade;
  /** Searches the whole store for damage. */
  examine(): Examination;
  /**
   * How the names of feed items begin, for a service or, with null, for all services: it names whose releases they are
   * about.
   */
  feedName(service: string | null): string;
  /** Whose APIs the store has, and whose words their descriptions are. */
  about(): About;
  /** A release's number in each product: `botocore 1.13.21`, `boto3 1.10.21`. Empty if `version` is not a version. */
  numbersOf(version: string): readonly string[];
  /** Equal fingerprints mean equal content: it changes whenever anything changes that a page could show. */
  fingerprint(): string;
  /** Short texts that change when the readable content of a service or a release changes. */
  stamps(): Stamps;
  /**
   * Short texts by release, each of which changes when what the release says of the service changes: its changes, its
   * changed descriptions and its notes.
   */
  releaseStamps(service: string): ReadonlyMap<string, string>;
  close(): void;
}

export type {
  About,
  KeptFacts,
  NamedParts,
  PastFacts,
  PastState,
  ReadState,
  Renamed,
  Service,
  Shelf,
  StampedService,
  Stamps,
};
