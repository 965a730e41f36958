/** The current operations of a service and the addresses of their pages, without reading the rest of the service. */
import { topic } from '../site/memory.ts';
import type { Site } from '../site/site.ts';
import { keptPart, type Wanted } from '../site/units.ts';
import { operationAddress } from './search-address.ts';

/** An operation that is not removed. */
export interface CurrentOperation {
  readonly name: string;
  /** The address of its page below the base path; null where the usual address is right. */
  readonly address: string | null;
}

const known = topic<Site, readonly CurrentOperation[]>();

/** The operations of a service, sorted by name. */
export function currentOperations(site: Site, service: string, wanted?: Wanted): readonly CurrentOperation[] {
  const unit = { kind: 'reference' as const, id: service };
  return site.memory.rememberAt(known, site, service, () =>
    keptPart(wanted, unit, 'current operations', () => operationsNow(site, service)),
  );
}

function operationsNow(site: Site, service: string): readonly CurrentOperation[] {
  const base = site.urls.home();
  return (site.store.service(service)?.operations ?? []).flatMap(({ operation: { name }, removedIn }) => {
    if (removedIn !== null) return [];
    const address = site.urls.operation(service, name).slice(base.length);
    return [{ name, address: address === operationAddress(service, name) ? null : address }];
  });
}

/** The operations whose page has an unusual address, with that address. */
export function operationsElsewhere(
  site: Site,
  service: string,
  wanted?: Wanted,
): readonly (readonly [name: string, address: string])[] {
  return currentOperations(site, service, wanted).flatMap(({ name, address }) =>
    address === null ? [] : [[name, address] as const],
  );
}
