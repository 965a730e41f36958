/** Keeps the changes that a command line asks for. */
import { type Change, type ServiceChanges, type Severity, severities, worse } from '../../model/index.ts';

export interface ChangeFilter {
  readonly operation?: readonly string[];
  readonly kind?: readonly string[];
  readonly severity?: Severity;
  readonly audience?: string;
}

export function filterChanges(services: readonly ServiceChanges[], filter: ChangeFilter): readonly ServiceChanges[] {
  const { operation, kind, severity, audience } = filter;
  const wanted = (change: Change) =>
    (kind === undefined || kind.includes(change.kind)) &&
    (severity === undefined || severities.indexOf(change.severity) <= severities.indexOf(severity)) &&
    (audience === undefined || change.audience === audience);
  return services.flatMap((service) => {
    const changes = service.changes
      .flatMap((change) => {
        if (operation === undefined) return [change];
        const places = change.places.filter((place) => place.operation !== null && operation.includes(place.operation));
        return places.length === 0
          ? []
          : [{ ...change, places, severity: places.map((place) => place.severity).reduce(worse) }];
      })
      .filter(wanted);
    return changes.length === 0 ? [] : [{ ...service, changes }];
  });
}

/** Whether there is a change that the caller asked to fail on. */
export function fails(services: readonly ServiceChanges[], failOn: string | undefined): boolean {
  if (failOn === undefined || failOn === 'none') return false;
  const all = services.flatMap(({ changes }) => changes);
  if (failOn === 'any') return all.length > 0;
  return all.some(({ severity }) => severity === 'breaking' || (failOn === 'dangerous' && severity === 'dangerous'));
}
