/**
 * Writes rows as a file for the script. Services, operations, versions and paths are listed once, and places refer to
 * them by number.
 */
import {
  type NamesFile,
  type PackedKind,
  type PackedPlace,
  packNames,
  packNumbers,
  symbolKinds,
} from './search-format.ts';
import type { Row, RowPlace } from './search-rows.ts';

export interface NamesFileOptions {
  /** Operations that the file lists even if no row needs them. */
  readonly operations?: readonly string[];
  /** The pages of operations with an unusual address. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** The position of each service in the list of all. */
  readonly order?: ReadonlyMap<string, number>;
}

/** The text of a file of rows. */
export function namesFile(
  rows: readonly Row[],
  { operations = [], elsewhere = {}, order = new Map() }: NamesFileOptions = {},
): string {
  // Names in sorted order share their beginnings, which `packNames` uses.
  const sorted = rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const ways = [...new Set(sorted.flatMap(({ kinds }) => kinds.flatMap(({ places }) => places.map(({ way }) => way))))];
  const tables = {
    ...{ services: new Table(), operations: new Table(operations) },
    ...{ versions: new Table(), ways: new Table(ways.sort()) },
  };
  const packed = sorted.map(({ kinds }) =>
    kinds.map(
      ({ kind, services, uses, places, others }): PackedKind => [
        symbolKinds.indexOf(kind),
        services,
        uses,
        ...places.map((place) => packPlace(tables, place)),
        ...(others.length === 0
          ? []
          : [packNumbers(others.flatMap((id) => order.get(id) ?? []).sort((a, b) => a - b))]),
      ],
    ),
  );
  const file: NamesFile = {
    services: tables.services.texts,
    operations: tables.operations.texts,
    versions: tables.versions.texts,
    ways: packNames(tables.ways.texts),
    ...(Object.keys(elsewhere).length === 0 ? {} : { elsewhere }),
    names: packNames(sorted.map(({ name }) => name)),
    kinds: packed,
  };
  return JSON.stringify(file);
}

/** Estimates the room that a row takes in a file. */
export function rowSize({ name, kinds }: Row): number {
  let size = name.length + 4;
  for (const { places, others } of kinds) {
    size += 10 + others.length;
    for (const { operation, way, address, since } of places)
      size += 12 + way.length + (operation?.length ?? 0) / 2 + (address?.length ?? 0) + (since === null ? 0 : 3);
  }
  return size;
}

function packPlace(
  { services, operations, versions, ways }: Readonly<Record<'services' | 'operations' | 'versions' | 'ways', Table>>,
  { service, operation, way, uses, since, address }: RowPlace,
): PackedPlace {
  const at = [
    services.indexOf(service),
    operation === null ? -1 : operations.indexOf(operation),
    ways.indexOf(way),
    uses,
  ] as const;
  if (address !== null) return [...at, since === null ? -1 : versions.indexOf(since), address];
  return since === null ? at : [...at, versions.indexOf(since)];
}

/** A list of texts, which other parts refer to by number. */
class Table {
  readonly texts: string[];
  readonly #indexes: Map<string, number>;

  constructor(texts: readonly string[] = []) {
    this.texts = [...texts];
    this.#indexes = new Map(texts.map((text, index) => [text, index]));
  }

  indexOf(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.texts.length);
    this.texts.push(text);
    return this.texts.length - 1;
  }
}
