/** What readers get from the store about a service over time: its states, its facts, and its names. */
import type { FactHistory, Service, Shape } from '../model/index.ts';
import type { Release } from './types.ts';

/** How a service was from a version on. */
export interface PastState {
  readonly version: string;
  /** What the service was called then. */
  readonly service: string;
  /** Whether the version is beside the main line: no other version continues after it. */
  readonly beside: boolean;
  /** The hash of the state; null if the service did not exist, or was not known. */
  readonly hash: string | null;
  /**
   * Reads the state; null if there is none. In order, unchanged parts are the same objects as in the state that was read
   * before.
   */
  read(): ReadState | null;
}

/** A state that was read. */
export interface ReadState {
  readonly service: Service;
  /** The shapes of the service in their order: as a record, they take much longer to make. */
  readonly shapes: NamedParts<Shape>;
}

/** Parts of a state, each at the place of its name. No name occurs twice. */
export interface NamedParts<T> {
  readonly names: readonly string[];
  readonly parts: readonly T[];
}

/** Keeps one value for later readers of the same service. */
export interface Shelf<T> {
  /** The value that was kept last; undefined if there is none. */
  last(): T | undefined;
  keep(value: T): void;
}

/** The name that a service has now, and the version that took away its former name. */
export interface Renamed {
  readonly service: string;
  readonly version: string;
}

/** The facts of a service, and the releases that changed it. */
export interface PastFacts {
  /** In the order of the states. */
  readonly releases: readonly (Omit<PastState, 'hash' | 'read' | 'version'> & { readonly release: Release })[];
  readonly facts: FactHistory;
}
