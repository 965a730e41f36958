/** Keeps the changes that the command line selects. */
import { cardsOf } from '../../diff/index.ts';
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
    reaches(change.severity, severity) &&
    (audience === undefined || audience === 'all' || change.audience === audience);
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
    const isShown = changes.length > 0 || (service.noEffect !== undefined && isWhole(filter));
    return isShown ? [{ ...service, changes }] : [];
  });
}

/** Whether a severity is as bad as a level, or worse; always true without a level. */
export function reaches(severity: Severity, level: Severity | undefined): boolean {
  return level === undefined || severities.indexOf(severity) <= severities.indexOf(level);
}

/** Whether only the audience is filtered: then changes without effect are listed too. */
function isWhole({ operation, kind, severity }: ChangeFilter): boolean {
  return operation === undefined && kind === undefined && severity === undefined;
}

/** Formats for programs: their rows are complete unless the user filters them. */
const machineFormats = new Set(['json', 'tsv']);

/** The default audience of a format: people see the changes for callers of the SDK. */
export function audienceFor(format: string, asked: string | undefined): string {
  return asked ?? (machineFormats.has(format) ? 'all' : 'sdk');
}

/** The number of hidden changes on the wire, as readers count them. */
export function countHidden(services: readonly ServiceChanges[], audience: string): number {
  if (audience !== 'sdk') return 0;
  return services.reduce(
    (sum, { changes }) => sum + cardsOf(changes.filter((change) => change.audience === 'wire')).length,
    0,
  );
}

/**
 * Whether there is a change that the user wants to fail on. Only changes for callers of the SDK count, unless the
 * command line selects another audience.
 */
export function fails(
  services: readonly ServiceChanges[],
  failOn: string | undefined,
  audience: string | undefined,
): boolean {
  if (failOn === undefined || failOn === 'none') return false;
  const all = services
    .flatMap(({ changes }) => changes)
    .filter((change) => audience === 'all' || change.audience === (audience ?? 'sdk'));
  if (failOn === 'any') return all.length > 0;
  return all.some(({ severity }) => severity === 'breaking' || (failOn === 'dangerous' && severity === 'dangerous'));
}
