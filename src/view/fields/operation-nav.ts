/** Links from one operation to others of its service: those about the same resource, the previous and the next one. */
import type { OperationState, ServiceState } from '../../store/types.ts';
import { topic } from '../site/memory.ts';
import type { Site } from '../site/site.ts';
import { type NounGroup, nounGroups } from './resource-nouns.ts';

export interface NavLink {
  readonly name: string;
  readonly url: string;
  readonly current: boolean;
  readonly removed: boolean;
}

export interface OperationNav {
  /** What the links point to. */
  readonly kind: 'Operations' | 'Shapes';
  /** The resource that the operations share: `Instance`; null where the links are all operations of the service. */
  readonly noun: string | null;
  readonly links: readonly NavLink[];
  /** The link to all of them. It has no number: a number would change on every page with each new operation. */
  readonly all: { readonly label: string; readonly url: string };
  readonly previous: NavLink | null;
  readonly next: NavLink | null;
}

/** The operations related to one operation; all operations of the service where there are few. */
export function operationNav(site: Site, service: ServiceState, name: string | null): OperationNav {
  const states = service.operations;
  const at = states.findIndex(({ operation }) => operation.name === name);
  const link = (state: OperationState | undefined): NavLink | null =>
    state === undefined
      ? null
      : {
          name: state.operation.name,
          url: site.urls.operation(service.id, state.operation.name),
          current: state.operation.name === name,
          removed: state.removedIn !== null,
        };
  const { noun, shown } = around(site, service, name);
  return {
    kind: 'Operations',
    noun,
    links: shown.flatMap((state) => link(state) ?? []),
    all: { label: 'All operations', url: site.urls.service(service.id, 'operations') },
    previous: link(states[at - 1]),
    next: at < 0 ? null : link(states[at + 1]),
  };
}

function around(site: Site, service: ServiceState, name: string | null) {
  const states = service.operations;
  if (states.length <= shownWhole) return { noun: null, shown: states };
  const groups = site.memory.remember(nounsOfService, service, () =>
    nounGroups(states, ({ operation }) => operation.name),
  );
  const group = groups.find(({ operations }) => operations.some(({ operation }) => operation.name === name));
  const noun = group?.noun ?? null;
  const isSame = ({ operation }: OperationState) => operation.name === name;
  return { noun, shown: noun === null ? states.filter(isSame) : (group?.operations ?? []).slice(0, maxLinks) };
}

const nounsOfService = topic<ServiceState, readonly NounGroup<OperationState>[]>();

/** A service with at most this many operations shows all of them. */
const shownWhole = 16;
const maxLinks = 40;
