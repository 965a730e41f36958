/** Compares two sources: service by service, and which services came and went. */
import type { Api, Service, ServiceChanges } from '../model/index.ts';
import { type CompareOptions, compareServices } from './compare-services.ts';

/**
 * The changes of every service that differs, sorted by id. A service that one side does not show is new or gone only
 * where that side shows every service that there is.
 */
export function compareApis(before: Api, after: Api, options: CompareOptions = {}): readonly ServiceChanges[] {
  const old = byId(before.services);
  const now = byId(after.services);
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    if (was === undefined && !before.complete) return [];
    if (is === undefined && !after.complete) return [];
    return compareServices(was, is, options) ?? [];
  });
}

function byId(services: readonly Service[]): ReadonlyMap<string, Service> {
  return new Map(services.map((service) => [service.id, service]));
}
