/** The units of a site. Any process can make one by itself, and it is made again only if what it reads has changed. */
import type { Shelf } from '../../store/types.ts';
import type { Site } from './site.ts';

/**
 * What a unit contains. `reference`: a service as it is now; `changes`: its history; `release`: a release with all its
 * services; `month`: the list of its releases, `2026-08`; `search`: the files of the search and all names from A to Z;
 * `feeds`: the feeds of all services; `site`: pages that exist once.
 */
export type UnitKind = 'reference' | 'changes' | 'release' | 'month' | 'search' | 'feeds' | 'site';

/** One unit. */
export interface Unit {
  readonly kind: UnitKind;
  /** The service, the release or the month; empty for a kind with one unit. */
  readonly id: string;
}

/** Selects the pages to list. Astro itself gives no selection, and gets all of them. */
export interface Wanted {
  readonly unit?: Unit;
  /** Absent where nothing is kept between runs. */
  readonly parts?: KeptParts;
}

/** Keeps values that several units need, also after the process ends. */
export interface KeptParts {
  /**
   * The value that `make` gave earlier for the same unit and fingerprint, or a new one. The value must be JSON. `make`
   * gets the value for the fingerprint before, if that was kept: it must find out by itself what of it can be used.
   */
  of<T>(unit: Unit, part: string, make: (last: T | undefined) => T): T;
  /**
   * The value that was kept last, for whatever fingerprint: its reader must find out by itself whether it can be used.
   */
  last<T>(unit: Unit, part: string): T | undefined;
  /** Keeps a value for `last`. */
  keep(unit: Unit, part: string, value: unknown): void;
}

/** A value that depends only on what the fingerprint of `unit` covers. */
export function keptPart<T>(wanted: Wanted | undefined, unit: Unit, part: string, make: (last: T | undefined) => T): T {
  return wanted?.parts === undefined ? make(undefined) : wanted.parts.of(unit, part, make);
}

/** A place for one value of a unit; undefined where nothing is kept between runs. */
export function shelfOf<T>(wanted: Wanted | undefined, unit: Unit, part: string): Shelf<T> | undefined {
  const parts = wanted?.parts;
  if (parts === undefined) return undefined;
  return { last: () => parts.last<T>(unit, part), keep: (value) => parts.keep(unit, part, value) };
}

/** The names that units are about. */
export interface UnitIds {
  readonly services: readonly string[];
  readonly releases: readonly string[];
  /** As `2026-08`. */
  readonly months: readonly string[];
}

/** All units of a site. */
export function unitsOf({ services, releases, months }: UnitIds): readonly Unit[] {
  return [
    ...(['search', 'feeds', 'site'] as const).map((kind) => ({ kind, id: '' })),
    ...services.map((id) => ({ kind: 'reference' as const, id })),
    ...services.map((id) => ({ kind: 'changes' as const, id })),
    ...releases.map((id) => ({ kind: 'release' as const, id })),
    ...months.map((id) => ({ kind: 'month' as const, id })),
  ];
}

/** The name of a unit in lists: `reference s3`, `site`. Ids of services and releases contain no space. */
export function unitName({ kind, id }: Unit): string {
  return id === '' ? kind : `${kind} ${id}`;
}

/** The months whose pages are wanted, of all months with a release. */
export function wantedMonths(months: readonly string[], { unit }: Wanted = {}): readonly string[] {
  if (unit === undefined) return months;
  return unit.kind === 'month' ? [unit.id] : [];
}

/** Whether the only unit of a kind is wanted. Without a selection, everything is. */
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
