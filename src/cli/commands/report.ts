/**
 * Prints the differences of two states from any source, with the project's configuration and the command line applied.
 */
import { counted, ruleOf } from '../../diff/index.ts';
import { type Position, type ServiceChanges, visibleText } from '../../model/index.ts';
import { listed } from '../../view/site/words.ts';
import { applyConfig } from '../config/apply-config.ts';
import { loadConfig } from '../config/config.ts';
import { audienceFor, type ChangeFilter, countHidden, fails, filterChanges } from '../config/filter-changes.ts';
import { type Comparison, printComparison, type Side } from '../formats/diff-formats.ts';
import { type LoadVersionPair, syntaxFor } from '../formats/syntax.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { offer } from '../nearest.ts';

export interface DiffOptions extends ChangeFilter {
  readonly format: string;
  readonly service?: readonly string[];
  readonly failOn?: string;
  readonly complete?: boolean;
  /** Whether descriptions are compared too. */
  readonly docs?: boolean;
  readonly config?: string;
  /** Whether the syntax around changes is shown; by default the format decides. */
  readonly syntax?: boolean;
  /** Whether the schema of the JSON is printed instead. */
  readonly schema?: boolean;
}

/** Two compared states, before anything is filtered. */
export interface Compared {
  readonly old: Side;
  readonly new: Side;
  readonly services: readonly ServiceChanges[];
  readonly loadVersionPair: LoadVersionPair;
  /** The operations of both sides: the API's name for each name of the API or the SDK, in lower case. */
  readonly operations: () => ReadonlyMap<string, string>;
  /** The position of an operation, or of the service, in one of the sources. */
  readonly locate?: Comparison['locate'] & {};
  /** The position where the version in use is pinned. */
  readonly pin?: Position;
  /** The greatest amount of text for a reader. */
  readonly limit?: Comparison['limit'] & {};
  /** What was seen, but is too deep to compare. */
  readonly notCompared?: readonly { readonly count: number; readonly where: string }[];
  /** The services that both sides have, and that could not be read on one of them. */
  readonly unread?: readonly string[];
}

/** Prints changes with the project's configuration and the command line applied; gives the exit code. */
export async function report(compared: Compared, options: DiffOptions, io: Io): Promise<number> {
  for (const kind of options.kind ?? [])
    if (ruleOf(kind) === undefined)
      throw new UsageError(`There is no kind ${kind}: \`apidelta rules\` prints all that there are.`);
  const applied = applyConfig(compared.services, await loadConfig(options.config), compared.new.version);
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
  const { notCompared = [], unread = [] } = compared;
  if (notCompared.length > 0) {
    const count = notCompared.reduce((sum, message) => sum + message.count, 0);
    io.stderr.write(
      `${count === 1 ? 'One part was' : `${count} parts were`} too deep to be compared, and what changed there is unknown: ${notCompared[0]?.where}.\n`,
    );
  }
  if (unread.length > 0)
    io.stderr.write(`What changed in ${listed(unread.map(visibleText))} is unknown: one side could not be read.\n`);
  // Changes that were found are certain; if none were found, they may be in the parts that could not be compared.
  if (fails(services, options.failOn, options.audience)) return exitCodes.found;
  // What is shown and what makes the command fail are separate choices.
  const { severity: _, ...ofAnyLevel } = wanted;
  const unseen = filterChanges(applied.services, { ...ofAnyLevel, audience: 'all' });
  if (fails(unseen, options.failOn, options.audience)) {
    io.stderr.write(
      `What --fail-on ${options.failOn} found is not shown: --severity ${options.severity} leaves it out.\n`,
    );
    return exitCodes.found;
  }
  return notCompared.length + unread.length > 0 ? exitCodes.bad : exitCodes.done;
}

function operationNamed(name: string, { operations, old, new: now }: Compared): string {
  const known = operations();
  const found = known.get(name.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(
    `Neither \`${old.source}\` nor \`${now.source}\` has an operation ${visibleText(name)}${offer(name, new Set(known.values()))}.`,
  );
}

/** The operations by all of their names, in lower case. */
export function operationNames(
  services: Iterable<{ readonly operations: readonly { readonly name: string; readonly sdkName: string }[] }>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { operations } of services)
    for (const { name, sdkName } of operations) names.set(name.toLowerCase(), name).set(sdkName.toLowerCase(), name);
  return names;
}
