/** `apidelta diff`: changes between two sources. */
import { compareApis, type Locate } from '../../diff/index.ts';
import { type Api, type Change, type ServiceChanges, type Severity, severities, worse } from '../../model/index.ts';
import { positionKey } from '../../parse/index.ts';
import { type Comparison, printComparison } from '../formats/diff-formats.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { type LoadedApi, loadApi } from '../load-api.ts';
import { printMessages } from '../print-messages.ts';
import { makeProgress } from '../progress.ts';

export interface DiffOptions {
  readonly format: string;
  readonly service?: readonly string[];
  readonly operation?: readonly string[];
  readonly kind?: readonly string[];
  readonly severity?: Severity;
  readonly audience?: string;
  readonly failOn?: string;
  readonly complete?: boolean;
}

/** Compares two sources and prints the changes. */
export async function diffCommand(before: string, after: string, options: DiffOptions, io: Io): Promise<number> {
  const progress = makeProgress(io.stderr);
  const sourceOptions = {
    ...(options.service === undefined ? {} : { services: options.service }),
    ...(options.complete === true ? { complete: true } : {}),
  };
  const old = await loadApi(before, sourceOptions, progress);
  const now = await loadApi(after, sourceOptions, progress);
  printMessages(
    [...old.messages, ...now.messages].filter(({ fatal }) => fatal !== undefined),
    io.stderr,
  );
  for (const [spec, side] of [
    [before, old],
    [after, now],
  ] as const)
    oneStateEach(spec, side.api);
  const services = filtered(compareApis(old.api, now.api, { oldAt: locateIn(old), newAt: locateIn(now) }), options);
  const comparison: Comparison = {
    old: { ...old, source: before },
    new: { ...now, source: after },
    services,
    out: io.stdout,
    env: io.env,
  };
  io.stdout.write(await printComparison(comparison, options.format));
  for (const { id, changes } of services) {
    const unlisted = changes.reduce((sum, change) => sum + (change.unlisted ?? 0), 0);
    if (unlisted > 0) io.stderr.write(`${id}: ${unlisted} more places are not listed; all of them were compared.\n`);
  }
  return fails(services, options.failOn) ? exitCodes.found : exitCodes.done;
}

/** A source with several versions of a service is no state that could be compared. */
function oneStateEach(spec: string, api: Api): void {
  const seen = new Set<string>();
  for (const { id } of api.services) {
    if (seen.has(id)) throw new UsageError(`${spec} shows ${id} more than once: name the folder of one version.`);
    seen.add(id);
  }
}

/** Where a field stands, or the nearest thing around it that is known. */
function locateIn(side: LoadedApi): Locate {
  return (service, operation, direction, path) => {
    const exact = side.positions.get(positionKey(service, operation, direction, path));
    if (exact !== undefined || path === '') return exact ?? side.positions.get(positionKey(service, operation, '', ''));
    for (let at = path; at !== ''; at = at.replace(/(?:^|\.)[^.[\]{}]*$|\[\]$|\{\}$|\{key\}$/, '')) {
      const found = side.positions.get(positionKey(service, operation, direction, at));
      // A field that is not there on this side has no place there.
      if (found !== undefined) return at === path ? found : undefined;
    }
    return undefined;
  };
}

function filtered(services: readonly ServiceChanges[], options: DiffOptions): readonly ServiceChanges[] {
  const { operation, kind, severity, audience } = options;
  const wanted = (change: Change) =>
    (kind === undefined || kind.includes(change.kind)) &&
    (severity === undefined || severities.indexOf(change.severity) <= severities.indexOf(severity)) &&
    (audience === undefined || change.audience === audience);
  return services.flatMap((service) => {
    const changes = service.changes.filter(wanted).flatMap((change) => {
      if (operation === undefined) return [change];
      const places = change.places.filter((place) => place.operation !== null && operation.includes(place.operation));
      return places.length === 0
        ? []
        : [{ ...change, places, severity: places.map((place) => place.severity).reduce(worse) }];
    });
    return changes.length === 0 ? [] : [{ ...service, changes }];
  });
}

/** Whether there is a change that the caller asked to fail on. */
export function fails(services: readonly ServiceChanges[], failOn: string | undefined): boolean {
  if (failOn === undefined) return false;
  const all = services.flatMap(({ changes }) => changes);
  if (failOn === 'any') return all.length > 0;
  return all.some(({ severity }) => severity === 'breaking' || (failOn === 'dangerous' && severity === 'dangerous'));
}
