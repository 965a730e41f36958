/** The door to the search by name: where a name occurs in a store. It needs neither rules nor parsers. */
import { Database } from './database/database.ts';
import { refusePart } from './database/store-part.ts';
import type { StoredState } from './history/read-history.ts';
import { namedStore } from './named-store.ts';
import type { Asked } from './names/asked-name.ts';
import { searchNamesIn } from './names/keep-names.ts';
import { findName, type Occurrence } from './reader/find-name.ts';

export { StoreError } from './database/store-error.ts';
export type { Asked } from './names/asked-name.ts';
export type { Occurrence } from './reader/find-name.ts';

/** What a text finds, or how it was read if it finds nothing. */
export type Found =
  | { readonly places: readonly Occurrence[] }
  | {
      readonly places: readonly [];
      /** The service that the text begins with, and the name after it; the service is null if none is known. */
      readonly asked: Asked;
      /** The operations of that service. */
      readonly operations: readonly string[];
      /** All services. */
      readonly services: readonly string[];
    };

/**
 * Finds every operation, field, enum value and named shape of a name, in all services or in the one before the name,
 * ignoring letter case. Throws a `StoreError` if the store does not exist.
 */
export async function findInStore(file: string | undefined, text: string): Promise<Found> {
  const database = Database.read(namedStore(file));
  try {
    refusePart(database);
    // A name alone needs no table of services, and is what most searches are.
    const places = [...findName(database, text)];
    if (places.length > 0) return { places };
    const { readingsOf } = await import('./names/asked-name.ts');
    const { servicesOfNote } = await import('./releases/note-services.ts');
    const services = database.all<{ id: string }>('SELECT id FROM service ORDER BY id').map(({ id }) => id);
    const known = new Set(services);
    let asked: Asked | undefined;
    for (const reading of readingsOf(text, (name) => servicesOfNote(name, known))) {
      const found = placesOf(database, reading);
      if (found.length > 0) return { places: found };
      asked ??= reading.service === null ? undefined : reading;
    }
    asked ??= { kind: null, service: servicesOfNote(text, known) ?? null, name: '' };
    return { places: [], asked, services, operations: operationsOf(database, asked.service) };
  } finally {
    database.close();
  }
}

function placesOf(database: Database, { kind, service, name }: Asked): readonly Occurrence[] {
  const found = [...findName(database, name, service)];
  return kind === null ? found : found.filter(({ what }) => what === kind);
}

function operationsOf(database: Database, service: string | null): readonly string[] {
  if (service === null) return [];
  return database.rows<{ state: string }>('service', 'WHERE id = ?', service).flatMap(({ state }) => {
    const names = searchNamesIn(database, JSON.parse(state) as StoredState);
    return (names?.operations ?? []).map(([name]) => name);
  });
}
