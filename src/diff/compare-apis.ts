/** Compares two sources: service by service, and which services came and went. */
import type { Api, Service, ServiceChanges } from '../model/index.ts';
import { type CompareOptions, compareServices } from './compare-services.ts';
import { type ApiIdentity, findSameApi } from './same-api.ts';

/**
 * The changes of every service that differs, sorted by id. A service that one side does not show is new or gone only
 * where that side shows every service that there is.
 */
export function compareApis(before: Api, after: Api, options: CompareOptions = {}): readonly ServiceChanges[] {
  const old = byId(before.services);
  const now = byId(after.services);
  const renamed = renamedServices(before, after);
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [renamed.get(id) ?? old.get(id), now.get(id)];
    // It is told under its new name.
    if (is === undefined && [...renamed.values()].some((service) => service === was)) return [];
    if (was === undefined && !before.complete) return [];
    if (is === undefined && !after.complete) return [];
    return compareServices(was, is, options) ?? [];
  });
}

/** Services that only the new side has, by id, with the one that only the old side has and that is the same API. */
function renamedServices(before: Api, after: Api): ReadonlyMap<string, Service> {
  if (!before.complete || !after.complete) return new Map();
  const old = byId(before.services);
  const now = byId(after.services);
  const gone = before.services.filter(({ id }) => !now.has(id)).map(identityOf);
  return new Map(
    after.services
      .filter(({ id }) => !old.has(id))
      .flatMap((service) => {
        const was = findSameApi(identityOf(service), gone);
        return was === undefined ? [] : [[service.id, was.service] as const];
      }),
  );
}

function identityOf(service: Service): ApiIdentity & { readonly service: Service } {
  const { uid, apiVersion, metadata, operations } = service;
  const prefix = metadata?.endpointPrefix;
  return {
    service,
    ...{ uid, apiVersion, endpointPrefix: typeof prefix === 'string' ? prefix : undefined },
    operations: operations.map(({ name }) => name),
  };
}

function byId(services: readonly Service[]): ReadonlyMap<string, Service> {
  return new Map(services.map((service) => [service.id, service]));
}
