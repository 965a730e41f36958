/** Every field, value and shape of all services by name, with the number of its uses and its best places. */
import { parentPath } from '../../model/index.ts';
import type { ServiceState } from '../../store/types.ts';
import { fieldUrl } from '../fields/reference-plan.ts';
import { shapeUrl } from '../fields/shape-lists.ts';
import { sinceIndex } from '../fields/since-view.ts';
import type { Site } from '../site/site.ts';
import { keptPart, type Wanted } from '../site/units.ts';
import { nameAnchor } from '../site/urls.ts';
import { placeAddress, symbolAddress } from './search-address.ts';
import { type SymbolKind, symbolKinds } from './search-format.ts';
import { type ServiceSymbol, symbolsOf } from './symbols.ts';

/** The place of a name in one service. */
export interface RowPlace {
  readonly service: string;
  readonly operation: string | null;
  readonly way: string;
  /** The version that added it; null if that is unknown or the version of its operation. */
  readonly since: string | null;
  /** Null where the usual address is right. */
  readonly address: string | null;
  readonly uses: number;
}

/** A name as one kind of thing. */
export interface RowKind {
  readonly kind: SymbolKind;
  /** The number of services that have it. */
  readonly services: number;
  readonly uses: number;
  /** The places in the services that use it most. */
  readonly places: readonly RowPlace[];
  /** The services without a listed place. */
  readonly others: readonly string[];
}

export interface Row {
  readonly name: string;
  /** In the order of `symbolKinds`. */
  readonly kinds: readonly RowKind[];
  readonly uses: number;
  /** Whether it is only the request or response of an operation: `PutObjectRequest`. */
  readonly wraps: boolean;
}

/** The search results of one service. */
export interface ServiceRows {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** The date of its API version. A service without one counts as the youngest. */
  readonly age: string;
  /** Sorted by name. */
  readonly operations: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * The rows of every service that is not removed. The oldest API comes first, because of equal names, people usually
 * mean that one.
 */
export function allServiceRows(site: Site, wanted?: Wanted): readonly ServiceRows[] {
  return site.store
    .services()
    .flatMap(({ id }) => serviceRows(site, id, wanted) ?? [])
    .sort((a, b) => byText(a.age, b.age) || byText(a.id, b.id));
}

/** The rows of one service; null for a removed one. */
export function serviceRows(site: Site, service: string, wanted?: Wanted): ServiceRows | null {
  const unit = { kind: 'reference' as const, id: service };
  return keptPart(wanted, unit, 'search rows', () => makeServiceRows(site, service));
}

function makeServiceRows(site: Site, service: string): ServiceRows | null {
  const summary = site.store.services().find(({ id }) => id === service);
  const state = summary?.removedIn === null ? site.store.service(service) : null;
  if (summary === undefined || state === null) return null;
  return {
    ...{ id: state.id, title: state.title, aliases: summary.aliases, age: state.apiVersion ?? '~' },
    operations: state.operations.flatMap(({ operation, removedIn }) => (removedIn === null ? [operation.name] : [])),
    rows: joinRows(symbolsOf(state).map((symbol) => rowOf(site, state, symbol))),
  };
}

/** Joins rows of the same name, and keeps the best places of all. Sorted by name. */
export function joinRows(rows: Iterable<Row>): readonly Row[] {
  const byName = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byName.get(row.name);
    if (known === undefined) byName.set(row.name, [row]);
    else known.push(row);
  }
  return [...byName].map(([name, same]) => joined(name, same)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * A name may be in hundreds of services, but only this many places are listed. Readers find the others by typing the
 * service first.
 */
export const maxPlaces = 12;

function joined(name: string, same: readonly Row[]): Row {
  const [only] = same;
  if (only !== undefined && same.length === 1) return only;
  const kinds = symbolKinds.flatMap((kind) => {
    const parts = same.flatMap((row) => row.kinds.filter((one) => one.kind === kind));
    if (parts.length === 0) return [];
    const places = parts.flatMap((part) => part.places).sort((a, b) => b.uses - a.uses);
    return [
      {
        ...{ kind, uses: sum(parts.map(({ uses }) => uses)), places: places.slice(0, maxPlaces) },
        others: places.slice(maxPlaces).map(({ service }) => service),
        services: sum(parts.map(({ services }) => services)),
      },
    ];
  });
  return { name, kinds, uses: sum(kinds.map(({ uses }) => uses)), wraps: same.every(({ wraps }) => wraps) };
}

function rowOf(site: Site, state: ServiceState, symbol: ServiceSymbol): Row {
  const { kind, name, uses, place } = symbol;
  const { operation, direction, path } = place;
  const way = (direction === 'request' ? '>' : '<') + (kind === 'field' ? parentPath(path) : path);
  const at = { service: state.id, operation, way };
  return {
    ...{ name, uses },
    wraps: kind === 'shape' && operation !== null && path === '',
    kinds: [
      {
        ...{ kind, uses, services: 1, others: [] },
        places: [
          {
            ...at,
            ...{ way: operation === null ? '' : way, uses },
            since: sinceOf(site, state.id, symbol),
            address: addressOf(site, symbol, at),
          },
        ],
      },
    ],
  };
}

function sinceOf(site: Site, service: string, { kind, name, place }: ServiceSymbol) {
  const { operation, direction, path } = place;
  if (operation === null || path === '' || kind === 'shape') return null;
  const index = sinceIndex(site, service);
  const since =
    kind === 'value' ? index.enumValue(operation, direction, path, name) : index.field(operation, direction, path);
  if (since === null || since.orEarlier) return null;
  return index.operation(operation)?.release.id === since.release.id ? null : since.release.id;
}

function addressOf(
  site: Site,
  { kind, name, place: { direction, path } }: ServiceSymbol,
  at: { readonly service: string; readonly operation: string | null; readonly way: string },
): string | null {
  const base = site.urls.home();
  const below = (url: string): string => url.slice(base.length);
  const { service, operation, way } = at;
  const rule = symbolAddress(kind, name, at);
  const state = kind === 'shape' ? site.store.service(service) : null;
  const listed = state === null ? null : shapeUrl(site, state, name);
  if (listed !== null) return ownAddress(below(listed), rule);
  if (operation === null) return ownAddress(below(site.urls.service(service, nameAnchor('error', name))), rule);
  const real = fieldUrl(site, service, { operation, direction, path });
  if (real === null) return below(site.urls.service(service));
  // The anchor of a value is the anchor of its field with an end, so the address of the field is compared.
  const field = kind === 'field' ? rule : placeAddress(service, operation, way);
  // A shape that is in no list is shown where it is used.
  if (kind === 'shape') return below(real);
  return ownAddress(below(real), field);
}

function ownAddress(real: string, rule: string): string | null {
  return real === rule ? null : real;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
