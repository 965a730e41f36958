/** The parts that a site is made in: each is made by itself, by any process, and made again only where what it reads has changed. */
import type { Site } from './site.ts';

/**
 * What a unit holds. `reference`: a service as it is, and `changes`: what happened to it; `release`: a release with all its services;
 * `search`: what is found by name; `feeds`: the feeds of all services; `site`: what is there once.
 */
export type UnitKind = 'reference' | 'changes' | 'release' | 'search' | 'feeds' | 'site';

/** One unit. */
export interface Unit {
  readonly kind: UnitKind;
  /** The service or the release; empty where there is one unit of the kind. */
  readonly id: string;
}

/** What pages are told that are asked for their addresses; Astro by itself says nothing, and gets all of them. */
export interface Wanted {
  readonly unit?: Unit;
  /** Absent where nothing is kept. */
  readonly parts?: KeptParts;
}

/** Keeps, beyond the end of the process, what several units have a use for. */
export interface KeptParts {
  /** What `make` gave when it was asked for the same unit with the same fingerprint, else what it gives now; JSON. */
  of<T>(unit: Unit, part: string, make: () => T): T;
}

/** A part that is made from nothing but what the fingerprint of `unit` stands for. */
export function keptPart<T>(wanted: Wanted | undefined, unit: Unit, part: string, make: () => T): T {
  return wanted?.parts === undefined ? make() : wanted.parts.of(unit, part, make);
}

/** All units of a site, by the ids of its services and releases. */
export function unitsOf(services: readonly string[], releases: readonly string[]): readonly Unit[] {
  return [
    ...(['search', 'feeds', 'site'] as const).map((kind) => ({ kind, id: '' })),
    ...services.map((id) => ({ kind: 'reference' as const, id })),
    ...services.map((id) => ({ kind: 'changes' as const, id })),
    ...releases.map((id) => ({ kind: 'release' as const, id })),
  ];
}

/** The name of a unit in lists: `reference s3`, `site`. Ids of services and releases have no blank. */
export function unitName({ kind, id }: Unit): string {
  return id === '' ? kind : `${kind} ${id}`;
}

/** Whether a unit holds what there is once of a kind; without a unit everything is wanted. */
export function isWanted(kind: UnitKind, { unit }: Wanted = {}): boolean {
  return unit === undefined || unit.kind === kind;
}

/** The services whose pages of a kind are wanted. */
export function wantedServices(
  { store }: Pick<Site, 'store'>,
  kind: 'reference' | 'changes',
  { unit }: Wanted = {},
): readonly string[] {
  if (unit === undefined) return store.services().map(({ id }) => id);
  return unit.kind === kind ? [unit.id] : [];
}

/** The releases whose pages are wanted. */
export function wantedReleases({ store }: Pick<Site, 'store'>, { unit }: Wanted = {}): readonly string[] {
  if (unit === undefined) return store.releases().map(({ id }) => id);
  return unit.kind === 'release' ? [unit.id] : [];
}
