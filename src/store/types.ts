/** What the store gives to its readers: releases, the newest state of every service, changes, and since when things exist. */
import type { CompareOptions } from '../diff/index.ts';
import type {
  Change,
  ClientContextParam,
  Direction,
  ErrorReference,
  Fact,
  FactHistory,
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
import type { Occurrence } from './reader/find-name.ts';
import type { StampedService, Stamps } from './reader/stamps.ts';

/** A release: a version, or a day where only that is known. */
export interface Release {
  /** The version (`1.40.73`) or the day (`2020-09-08`); a checked slug, and the release's address. */
  readonly id: string;
  readonly version: string | null;
  /** ISO day, null where no source tells. */
  readonly date: string | null;
  /** When its commit was made, to the second (`2026-08-07T19:32:15Z`); absent where only the day is known. */
  readonly time?: string;
}

/** How many changes there are as readers count them (cards), by severity for callers of the SDK, and how many on the wire only. */
export type Counts = Readonly<Record<Severity | 'wire', number>>;

/** What one release did to one service. */
export interface ServiceRelease {
  readonly release: Release;
  readonly service: string;
  readonly title: string;
  /** `first`: the earliest state known, with nothing to compare it with. `renamed`: it goes on under another id. */
  readonly status: 'added' | 'removed' | 'renamed' | 'changed' | 'first';
  readonly counts: Counts;
  /** What the team wrote about it, one entry a note. */
  readonly notes: readonly ReleaseNote[];
  /** Where it is from: a short label for people (`changelog page`, `documentation`, `service model`). */
  readonly sources: readonly string[];
}

export interface ReleaseNote {
  /** `api-change`, `feature`, … as the source names it; null where it does not. */
  readonly category: string | null;
  readonly text: Prose;
}

/** A note that is about no service. */
export interface GeneralNote extends ReleaseNote {
  /** What it says it is about: `TLS`, `Proxy`; null where it does not say. */
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
  /** At least every shape reachable from the operation; their descriptions, and the operation's, are for `StoreReader.read`. */
  readonly shapes: Readonly<Record<ShapeId, Shape>>;
  readonly asOf: Release;
  readonly facts: readonly Fact[];
  /** Label of the source, as in `ServiceRelease.sources`. */
  readonly source: string;
  /** The release that removed it; null while it exists. */
  readonly removedIn: Release | null;
}

/** The newest state of a service, put together from all that the sources show. */
export interface ServiceState {
  readonly id: string;
  readonly title: string;
  readonly uid: string | null;
  readonly apiVersion: string | null;
  readonly documentation: Prose | null;
  readonly asOf: Release;
  readonly facts: readonly Fact[];
  /** Whether every operation of the service is known to be here. */
  readonly complete: boolean;
  readonly removedIn: Release | null;
  /** Sorted by name; removed ones included. */
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
  /** From when to when a field was there that was removed, by itself or with what it was in; null where it is there, or never was. */
  removedField(operation: string, direction: Direction, path: string): Lifespan | null;
  /** What an operation had once and does not have any more: errors, fields, values of enums, each at its shortest path. */
  removedParts(operation: string): readonly RemovedPart[];
  /** The same below one field, or below the whole request or response, where the path is empty. */
  removedBelow(operation: string, direction: Direction, path: string): readonly RemovedPart[];
  /** Where a request or response begins, as a number to go on from: who goes everywhere need not start anew for each path. Null where nobody knows. */
  start(operation: string, direction: Direction): number | null;
  /** One step on from there: since when it is there, and where it leads. */
  next(from: number, step: string): { readonly since: Since | null; readonly to: number } | null;
}

export interface Lifespan {
  /** Null where nobody knows any more. */
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
  /** Other names by which people look for it, in small letters. */
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

/** How a service was from a version on. */
export interface PastState {
  readonly version: string;
  /** What the service was called then. */
  readonly service: string;
  /** Whether the version stands beside the main line: no other one goes on from it. */
  readonly beside: boolean;
  /** Null where the service was not there, or was not known. What did not change is the same object as in the state before. */
  readonly state: Service | null;
}

/** The facts of a service, and the releases that changed it. */
export interface PastFacts {
  /** In the order of the states. */
  readonly releases: readonly (Omit<PastState, 'state' | 'version'> & { readonly release: Release })[];
  readonly facts: FactHistory;
}

/** What an upgrade touches. */
export interface PlannedUpgrade {
  /** The version that it goes to. */
  readonly to: string;
  /** Services that changed in between, sorted. */
  readonly touched: readonly string[];
  /** Services that the store knows, and not as they were before. */
  readonly unknownBefore: readonly string[];
}

/** The read side of the store. Prose has no node of type `html` in it, but for descriptions of operations and shapes: `read` reads those. */
export interface StoreReader {
  /** Newest first. */
  releases(): readonly Release[];
  /** Of all services, sorted. */
  serviceIds(): readonly string[];
  /** Sorted by id. */
  services(): readonly ServiceSummary[];
  service(id: string): ServiceState | null;
  /** A description of an operation, a shape or a member, read. There are more of them than memory has room for. */
  read(prose: Prose | undefined): Prose | undefined;
  since(service: string): SinceIndex;
  /** Newest first, then by service; filtered by what is given. */
  serviceReleases(filter?: { readonly service?: string; readonly release?: string }): readonly ServiceRelease[];
  /** What the team wrote about a release beside its services. */
  generalNotes(release: string): readonly GeneralNote[];
  /** The changes of one service in one release, worst first, then by kind and place. */
  changes(service: string, release: string): readonly Change[];
  /** The releases that brought changed descriptions of a service, newest first, with how many. */
  described(service: string): readonly { readonly release: Release; readonly count: number }[];
  /** The changed descriptions of one service in one release, by kind and place; each with its first place. */
  descriptions(service: string, release: string): readonly Change[];
  /** Every change that names the operation, newest first. */
  operationHistory(
    service: string,
    operation: string,
  ): readonly { readonly release: Release; readonly changes: readonly Change[] }[];
  /** States of services that a walk could not read: what follows them may be older than it says. By service and version. */
  unread(): readonly UnreadRelease[];
  /** The versions of all releases, oldest first. */
  versions(): readonly string[];
  /** A version as the store writes it. Throws a `StoreError` where it has no such release. */
  version(name: string): string;
  /** The whole state of a service at a version: by its name then, where it was renamed later. Null where it was not there, or not known. */
  stateAt(service: string, version: string): Service | null;
  /** Every state that a service had, oldest first, those beside the main line last; under its former names too. Nothing in them may be changed. */
  states(service: string): Iterable<PastState>;
  /** The facts of a service by when they held; a life counts the given releases. */
  factHistory(service: string): PastFacts;
  /** The state of a service just before a version: that of the release that the version goes on from. */
  stateBefore(service: string, version: string): Service | null;
  /** The net changes between two releases: what was added and removed again in between is in neither. Throws a `StoreError` where nothing can be compared. */
  between(service: string, from: string, to: string, options?: CompareOptions): ServiceChanges | null;
  /** The same between any two versions, whether they are releases of the store or not. */
  netChanges(service: string, from: string, to: string, options?: CompareOptions): ServiceChanges | null;
  /** Every operation, field, enum value and named shape of a name, in all services; case means nothing. */
  find(name: string): Iterable<Occurrence>;
  /** What an upgrade touches; without `to` it goes to the newest version. Throws a `StoreError` where the store does not reach that far. */
  upgrade(from: string, to: string | undefined, services: readonly string[] | undefined): PlannedUpgrade;
  /** Looks through the whole store for damage. */
  examine(): Examination;
  /** What names of feed items begin with, of a service or, for null, of all: whose releases they are about. */
  feedName(service: string | null): string;
  /** Whose APIs the store has, and whose words their descriptions are. */
  about(): About;
  /** What a release is called by each number that it has: `botocore 1.13.21`, `boto3 1.10.21`; none for what is no version. */
  numbersOf(version: string): readonly string[];
  /** Same answer, same store: changes whenever anything that a page could show has changed. */
  fingerprint(): string;
  /** Short texts that say whether what could be read of a service or a release is what it was. */
  stamps(): Stamps;
  close(): void;
}

export type { About, Service, StampedService, Stamps };
