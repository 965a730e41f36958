/** `apidelta diff`: changes between two sources. */
import { compareApis, comparedServices, type Locate, proseReader } from '../../diff/index.ts';
import { type Api, parentPath, type Service, visibleText } from '../../model/index.ts';
import { compareVersions } from '../../model/versions.ts';
import { positionKey, readProse, timesOf, wordsOfHtml } from '../../parse/index.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { type LoadedApi, loadApi } from '../load-api.ts';
import { printMessages, printPassedOver } from '../print-messages.ts';
import { makeProgress } from '../progress.ts';
import { type Compared, type DiffOptions, operationNames, report } from './report.ts';

/** Compares two sources and prints the changes. */
export async function diffCommand(
  before: string | undefined,
  after: string | undefined,
  options: DiffOptions,
  io: Io,
): Promise<number> {
  if (options.schema === true) {
    const { default: schema } = await import('../formats/diff.schema.json', { with: { type: 'json' } });
    io.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
    return exitCodes.done;
  }
  if (before === undefined || after === undefined)
    throw new UsageError('missing required argument: name two sources, the state before and the state after');
  return report(await compareSources(before, after, options, io), options, io);
}

/** Reads two sources and compares them. */
export async function compareSources(before: string, after: string, options: DiffOptions, io: Io): Promise<Compared> {
  const progress = makeProgress(io.stderr);
  const sourceOptions = {
    ...(options.service === undefined ? {} : { services: options.service }),
    ...(options.complete === true ? { complete: true } : {}),
    mayLack: true,
  };
  const [wholeOld, wholeNow] = [
    await loadApi(before, sourceOptions, progress),
    await loadApi(after, sourceOptions, progress),
  ];
  const unread = [...unreadOf(wholeOld, wholeNow), ...unreadOf(wholeNow, wholeOld)];
  const [old, now] = [without(unread, wholeOld), without(unread, wholeNow)];
  printMessages(
    [...old.messages, ...now.messages].filter(({ fatal }) => fatal !== undefined),
    io.stderr,
  );
  printPassedOver([...old.passedOver, ...now.passedOver], io.stderr);
  // A misspelled name would find nothing, and a build would pass.
  const missing = (options.service ?? []).filter((id) =>
    [wholeOld.api, wholeNow.api].every((api) => serviceOf(api, id) === null),
  );
  if (missing.length > 0) throw new UsageError(`Neither ${before} nor ${after} has a service ${missing.join(', ')}.`);
  oneStateEach(before, old.api);
  oneStateEach(after, now.api);
  const compared = comparedServices(old.api, now.api);
  if (compared.length + unread.length === 0 && !(old.api.complete && now.api.complete))
    throw new UsageError(nothingShared(before, after, old.api, now.api));
  const services = compareApis(old.api, now.api, {
    oldAt: locateIn(old),
    newAt: locateIn(now),
    ...newerOf(old.version, now.version),
    ...(options.docs === true ? { documentation: true, prose: proseReader(readProse, wordsOfHtml) } : {}),
  });
  return {
    operations: () => operationNames([...old.api.services, ...now.api.services]),
    notCompared: [...old.messages, ...now.messages]
      .filter(({ ruleId }) => ruleId === 'structure-too-deep')
      .map((message) => ({ count: timesOf(message), where: `${message.name}: ${message.actual}` })),
    unread,
    old: { ...old, source: before },
    new: { ...now, source: after },
    services,
    locate: (service, operation) => {
      const key = positionKey(service, operation ?? '', '', '');
      const whole = positionKey(service, '', '', '');
      return [now, old].flatMap(({ positions }) => positions.get(key) ?? positions.get(whole) ?? [])[0];
    },
    loadVersionPair: (id) => ({ old: serviceOf(old.api, id), new: serviceOf(now.api, id) }),
  };
}

/** The services of one side that could not be read on the other one: they did not come or go. */
function unreadOf({ api }: LoadedApi, other: LoadedApi): readonly string[] {
  return other.unread.filter((id) => serviceOf(api, id) !== null && serviceOf(other.api, id) === null);
}

function without(ids: readonly string[], side: LoadedApi): LoadedApi {
  if (ids.length === 0) return side;
  return { ...side, api: { ...side.api, services: side.api.services.filter(({ id }) => !ids.includes(id)) } };
}

/** The newer of two versions, if both are known. */
function newerOf(old: string | null, now: string | null): { readonly version?: string } {
  if (old === null || now === null) return {};
  return { version: compareVersions(old, now) > 0 ? old : now };
}

/** Why two sources with content have nothing to compare. */
function nothingShared(before: string, after: string, old: Api, now: Api): string {
  const shows = (api: Api) => {
    const ids = api.services.map(({ id }) => visibleText(id));
    if (ids.length === 0) return 'none of the named services';
    return ids.length > maxNamed
      ? `${ids.slice(0, maxNamed).join(', ')} and ${ids.length - maxNamed} more`
      : ids.join(', ');
  };
  return `${before} shows ${shows(old)}, and ${after} shows ${shows(now)}: no service is in both, so nothing was compared. Say --complete if each shows every service that there is.`;
}

/** The greatest number of services that a sentence lists. */
const maxNamed = 5;

function serviceOf(api: Api, wanted: string): Service | null {
  return api.services.find(({ id }) => id === wanted) ?? null;
}

/** Refuses a source with several versions of a service: it is not one state that can be compared. */
function oneStateEach(spec: string, api: Api): void {
  const seen = new Set<string>();
  for (const { id } of api.services) {
    if (seen.has(id)) throw new UsageError(`\`${spec}\` shows ${id} more than once: name the folder of one version.`);
    seen.add(id);
  }
}

/** The position of a field, or the nearest known position around it. */
function locateIn(side: LoadedApi): Locate {
  return (service, operation, direction, path) => {
    const exact = side.positions.get(positionKey(service, operation, direction, path));
    if (exact !== undefined || path === '') return exact ?? side.positions.get(positionKey(service, operation, '', ''));
    for (let at = path; at !== ''; at = parentPath(at)) {
      const found = side.positions.get(positionKey(service, operation, direction, at));
      // A field that this side does not have has no position there.
      if (found !== undefined) return at === path ? found : undefined;
    }
    return undefined;
  };
}
