/** The way from one operation to the others of its service: the next, the previous, and those around it. */
import type { OperationState, ServiceState } from '../../store/types.ts';
import type { Site } from '../site/site.ts';
import { counted } from '../site/words.ts';

export interface NavLink {
  readonly name: string;
  readonly url: string;
  readonly current: boolean;
  readonly removed: boolean;
}

export interface OperationNav {
  readonly links: readonly NavLink[];
  /** Says how many there are, where not all are in the links. */
  readonly all: { readonly label: string; readonly url: string } | null;
  readonly previous: NavLink | null;
  readonly next: NavLink | null;
}

/** The operations around one operation. A service of 700 would put more links than text on every page. */
export function operationNav(site: Site, service: ServiceState, name: string | null): OperationNav {
  const states = service.operations;
  const at = states.findIndex(({ operation }) => operation.name === name);
  const from = states.length <= shownWhole ? 0 : Math.max(0, Math.min(at - around, states.length - 2 * around - 1));
  const shown = states.length <= shownWhole ? states : states.slice(from, from + 2 * around + 1);
  const link = (state: OperationState | undefined): NavLink | null =>
    state === undefined
      ? null
      : {
          name: state.operation.name,
          url: site.urls.operation(service.id, state.operation.name),
          current: state.operation.name === name,
          removed: state.removedIn !== null,
        };
  return {
    links: shown.flatMap((state) => link(state) ?? []),
    all:
      shown.length === states.length
        ? null
        : { label: `All ${counted(states.length, 'operation')}`, url: site.urls.service(service.id) },
    previous: at < 0 ? null : link(states[at - 1]),
    next: at < 0 ? null : link(states[at + 1]),
  };
}

const shownWhole = 60;
const around = 20;
