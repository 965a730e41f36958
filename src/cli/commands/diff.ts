/** `apidelta diff`: changes between two sources. */
import type { VFileMessage } from 'vfile-message';
import { compareApis, comparedServices, counted, type Locate, proseReader, ruleOf } from '../../diff/index.ts';
import {
  type Api,
  type Position,
  parentPath,
  type Service,
  type ServiceChanges,
  visibleText,
} from '../../model/index.ts';
import { compareVersions } from '../../model/versions.ts';
import { positionKey, readProse, timesOf, wordsOfHtml } from '../../parse/index.ts';
import { applyConfig } from '../config/apply-config.ts';
import { loadConfig } from '../config/config.ts';
import { audienceFor, type ChangeFilter, countHidden, fails, filterChanges } from '../config/filter-changes.ts';
import { type Comparison, printComparison, type Side } from '../formats/diff-formats.ts';
import { type LoadVersionPair, syntaxFor } from '../formats/syntax.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { type LoadedApi, loadApi } from '../load-api.ts';
import { offer } from '../nearest.ts';
import { printMessages, printPassedOver } from '../print-messages.ts';
import { makeProgress } from '../progress.ts';

export { fails } from '../config/filter-changes.ts';

export interface DiffOptions extends ChangeFilter {
  readonly format: string;
  readonly service?: readonly string[];
  readonly failOn?: string;
  readonly complete?: boolean;
  /** Whether descriptions are compared too. */
  readonly docs?: boolean;
  readonly config?: string;
  /** Whether the syntax around changes is shown; where nobody says, the format decides. */
  readonly syntax?: boolean;
  /** Whether the schema of the JSON is printed instead. */
  readonly schema?: boolean;
}

/** Two states that were compared, before anything is left out. */
export interface Compared {
  readonly old: Side;
  readonly new: Side;
  readonly services: readonly ServiceChanges[];
  readonly loadVersionPair: LoadVersionPair;
  /** The operations of both sides: the API's name by the API's and the SDK's, in small letters. */
  readonly operations: () => ReadonlyMap<string, string>;
  /** Where an operation, or the service, stands in one of the sources. */
  readonly locate?: Comparison['locate'] & {};
  /** Where the version in use is pinned. */
  readonly pin?: Position;
  /** How much text a reader is given at most. */
  readonly limit?: Comparison['limit'] & {};
  /** What was seen and is too deep to be compared. */
  readonly notCompared?: readonly VFileMessage[];
}

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
  };
  const old = await loadApi(before, sourceOptions, progress);
  const now = await loadApi(after, sourceOptions, progress);
  printMessages(
    [...old.messages, ...now.messages].filter(({ fatal }) => fatal !== undefined),
    io.stderr,
  );
  printPassedOver([...old.passedOver, ...now.passedOver], io.stderr);
  // A name with a slip in it would find nothing, and a build would pass for it.
  const missing = (options.service ?? []).filter((id) =>
    [old.api, now.api].every((api) => serviceOf(api, id) === null),
  );
  if (missing.length > 0) throw new UsageError(`Neither ${before} nor ${after} has a service ${missing.join(', ')}.`);
  oneStateEach(before, old.api);
  oneStateEach(after, now.api);
  const compared = comparedServices(old.api, now.api);
  if (compared.length === 0 && !(old.api.complete && now.api.complete))
    throw new UsageError(nothingShared(before, after, old.api, now.api));
  const services = compareApis(old.api, now.api, {
    oldAt: locateIn(old),
    newAt: locateIn(now),
    ...newerOf(old.version, now.version),
    ...(options.docs === true ? { documentation: true, prose: proseReader(readProse, wordsOfHtml) } : {}),
  });
  return {
    operations: () => operationNames([...old.api.services, ...now.api.services]),
    notCompared: [...old.messages, ...now.messages].filter(({ ruleId }) => ruleId === 'structure-too-deep'),
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

/** The newer of two versions, where both are known. */
function newerOf(old: string | null, now: string | null): { readonly version?: string } {
  if (old === null || now === null) return {};
  return { version: compareVersions(old, now) > 0 ? old : now };
}

/** Prints changes as this project sees them and as the command line asks for them; gives the exit code. */
export async function report(compared: Compared, options: DiffOptions, io: Io): Promise<number> {
  for (const kind of options.kind ?? [])
    if (ruleOf(kind) === undefined)
      throw new UsageError(`There is no kind ${kind}: \`apidelta rules\` prints all that there are.`);
  const applied = applyConfig(compared.services, loadConfig(options.config), compared.new.version);
  const operation = options.operation?.map((name) => operationNamed(name, compared));
  const audience = audienceFor(options.format, options.audience);
  const wanted = { ...options, ...(operation === undefined ? {} : { operation }) };
  const every = filterChanges(applied.services, { ...wanted, audience: 'all' });
  const services = filterChanges(every, { audience }).filter(
    ({ changes }) => changes.length > 0 || options.format === 'json',
  );
  const syntax = syntaxFor(options.format, options.syntax, compared.loadVersionPair);
  const comparison: Comparison = {
    ...compared,
    services,
    hidden: countHidden(every, audience),
    ...(options.severity === undefined ? {} : { level: options.severity }),
    syntax,
    out: io.stdout,
    env: io.env,
  };
  io.stdout.write(await printComparison(comparison, options.format));
  for (const remark of applied.remarks) io.stderr.write(`${remark}\n`);
  for (const { id, changes } of services) {
    const unlisted = changes.reduce((sum, change) => sum + (change.unlisted ?? 0), 0);
    if (unlisted > 0)
      io.stderr.write(
        `${id}: ${counted(unlisted, 'more place')} ${unlisted === 1 ? 'is' : 'are'} not listed; all of them were compared.\n`,
      );
  }
  const { notCompared = [] } = compared;
  if (notCompared.length > 0) {
    const count = notCompared.reduce((sum, message) => sum + timesOf(message), 0);
    io.stderr.write(
      `${count === 1 ? 'One part was' : `${count} parts were`} too deep to be compared, and what changed there is unknown: ${notCompared[0]?.name}: ${notCompared[0]?.actual}.\n`,
    );
  }
  // What was found is certain; where nothing was, it may be in what nobody saw.
  if (fails(services, options.failOn, options.audience)) return exitCodes.found;
  // What is shown is one thing, what the caller wants to hear of another.
  const { severity: _, ...ofAnyLevel } = wanted;
  const unseen = filterChanges(applied.services, { ...ofAnyLevel, audience: 'all' });
  if (fails(unseen, options.failOn, options.audience)) {
    io.stderr.write(
      `What --fail-on ${options.failOn} found is not shown: --severity ${options.severity} leaves it out.\n`,
    );
    return exitCodes.found;
  }
  return notCompared.length > 0 ? exitCodes.bad : exitCodes.done;
}

/** Why two sources that show something have nothing to compare. */
function nothingShared(before: string, after: string, old: Api, now: Api): string {
  const shows = (api: Api) => {
    const ids = api.services.map(({ id }) => visibleText(id));
    return ids.length > maxNamed
      ? `${ids.slice(0, maxNamed).join(', ')} and ${ids.length - maxNamed} more`
      : ids.join(', ');
  };
  return `${before} shows ${shows(old)}, and ${after} shows ${shows(now)}: no service is in both, so nothing was compared. Say --complete if each shows every service that there is.`;
}

/** Services that are named in a sentence. */
const maxNamed = 5;

function operationNamed(name: string, { operations, old, new: now }: Compared): string {
  const known = operations();
  const found = known.get(name.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(
    `Neither \`${old.source}\` nor \`${now.source}\` has an operation ${visibleText(name)}${offer(name, new Set(known.values()))}.`,
  );
}

/** Operations by every name of theirs, in small letters. */
export function operationNames(
  services: Iterable<{ readonly operations: readonly { readonly name: string; readonly sdkName: string }[] }>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { operations } of services)
    for (const { name, sdkName } of operations) names.set(name.toLowerCase(), name).set(sdkName.toLowerCase(), name);
  return names;
}

function serviceOf(api: Api, wanted: string): Service | null {
  return api.services.find(({ id }) => id === wanted) ?? null;
}

/** A source with several versions of a service is no state that could be compared. */
function oneStateEach(spec: string, api: Api): void {
  const seen = new Set<string>();
  for (const { id } of api.services) {
    if (seen.has(id)) throw new UsageError(`\`${spec}\` shows ${id} more than once: name the folder of one version.`);
    seen.add(id);
  }
}

/** Where a field stands, or the nearest thing around it that is known. */
function locateIn(side: LoadedApi): Locate {
  return (service, operation, direction, path) => {
    const exact = side.positions.get(positionKey(service, operation, direction, path));
    if (exact !== undefined || path === '') return exact ?? side.positions.get(positionKey(service, operation, '', ''));
    for (let at = path; at !== ''; at = parentPath(at)) {
      const found = side.positions.get(positionKey(service, operation, direction, at));
      // A field that is not there on this side has no place there.
      if (found !== undefined) return at === path ? found : undefined;
    }
    return undefined;
  };
}
