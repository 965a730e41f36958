/** Writes rows as a file that the script reads: names of services, operations, versions and ways once, places as numbers. */
import { type NamesFile, type PackedKind, type PackedPlace, packNames, symbolKinds } from './search-format.ts';
import type { Row, RowPlace } from './search-rows.ts';

/** The text of a file of rows. `operations`: those that the file lists whether a row needs them or not; `elsewhere`: where some of them are. */
export function namesFile(
  rows: readonly Row[],
  operations: readonly string[] = [],
  elsewhere: Readonly<Record<string, string>> = {},
): string {
  // What is sorted shares its beginnings.
  const sorted = rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const ways = [...new Set(sorted.flatMap(({ kinds }) => kinds.flatMap(({ places }) => places.map(({ way }) => way))))];
  const tables = {
    ...{ services: new Table(), operations: new Table(operations) },
    ...{ versions: new Table(), ways: new Table(ways.sort()) },
  };
  const packed = sorted.map(({ kinds }) =>
    kinds.map(
      ({ kind, services, uses, places }): PackedKind => [
        symbolKinds.indexOf(kind),
        services,
        uses,
        ...places.map((place) => packPlace(tables, place)),
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

/** How much room a row takes in a file, near enough to cut files by. */
export function rowSize({ name, kinds }: Row): number {
  let size = name.length + 4;
  for (const { places } of kinds) {
    size += 10;
    for (const { operation, way, address, since } of places)
      size += 10 + way.length + (operation?.length ?? 0) / 2 + (address?.length ?? 0) + (since === null ? 0 : 3);
  }
  return size;
}

function packPlace(
  { services, operations, versions, ways }: Readonly<Record<'services' | 'operations' | 'versions' | 'ways', Table>>,
  { service, operation, way, since, address }: RowPlace,
): PackedPlace {
  const at = [
    services.indexOf(service),
    operation === null ? -1 : operations.indexOf(operation),
    ways.indexOf(way),
  ] as const;
  if (address !== null) return [...at, since === null ? -1 : versions.indexOf(since), address];
  return since === null ? at : [...at, versions.indexOf(since)];
}

/** Texts that are named by their place in a list. */
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
