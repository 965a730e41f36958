/** Compares two sources: service by service, and which services were added or removed. */
import type { Api, Service, ServiceChanges } from '../../model/index.ts';
import { compareServices } from './compare-services.ts';
import type { CompareOptions } from './compare-states.ts';
import { type ApiIdentity, findSameApi } from './same-api.ts';

/**
 * The changes of every service that differs, sorted by id. A service that one side does not show counts as added or
 * removed only if that side shows every service.
 */
export function compareApis(before: Api, after: Api, options: CompareOptions = {}): readonly ServiceChanges[] {
  const [lone] = pairOfLone(before, after);
  const old = byId(lone === undefined ? before.services : [lone]);
  const now = byId(after.services);
  const renamed = renamedServices(before, after);
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [renamed.get(id) ?? old.get(id), now.get(id)];
    // It is listed under its new name.
    if (is === undefined && [...renamed.values()].some((service) => service === was)) return [];
    if (was === undefined && !before.complete) return [];
    if (is === undefined && !after.complete) return [];
    return compareServices(was, is, options) ?? [];
  });
}

/** The ids of the services that both sources show: these can be compared. */
export function comparedServices(before: Api, after: Api): readonly string[] {
  const now = byId(after.services);
  const [lone] = pairOfLone(before, after);
  return (lone === undefined ? before.services : [lone]).map(({ id }) => id).filter((id) => now.has(id));
}

/** The smallest share of operations that two single files have in common if they are one service. */
const half = 0.5;

/**
 * If each side shows one service, and by their operations they are the same one: the old service under the id of the
 * new one. A single file does not have botocore's id, and its own name for itself changed over the years.
 */
function pairOfLone(before: Api, after: Api): readonly Service[] {
  const [old, now] = [before.services[0], after.services[0]];
  if (before.services.length !== 1 || after.services.length !== 1 || old === undefined || now === undefined) return [];
  if (old.id === now.id || before.complete || after.complete) return [];
  const names = new Set(now.operations.map(({ name }) => name));
  const shared = old.operations.filter(({ name }) => names.has(name)).length;
  const isSame =
    findSameApi(identityOf(now), [identityOf(old)]) !== undefined ||
    (shared > 0 && shared >= half * Math.min(old.operations.length, now.operations.length));
  return isSame ? [{ ...old, id: now.id }] : [];
}

/** Services that only the new side has, by id, each with the service of the old side that is the same API. */
function renamedServices(before: Api, after: Api): ReadonlyMap<string, Service> {
  if (!before.complete || !after.complete) return new Map();
  const old = byId(before.services);
  const now = byId(after.services);
  const removed = before.services.filter(({ id }) => !now.has(id)).map(identityOf);
  return new Map(
    after.services
      .filter(({ id }) => !old.has(id))
      .flatMap((service) => {
        const was = findSameApi(identityOf(service), removed);
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
