/** `apidelta ingest`: adds sources to the store, and only what is new. */
import { counted } from '../../diff/catalogue.ts';
import { visibleText } from '../../model/index.ts';
import { parseGitSpec } from '../../sources/index.ts';
import { defaultStore } from '../../store/read.ts';
import {
  type AskedPart,
  checkPart,
  Database,
  type DeriveReport,
  type IngestReport,
  ingest,
  refresh,
  refuseDamaged,
  type WalkReport,
  walk,
} from '../../store/write.ts';
import { exitCodes, type Io, type Out, UsageError } from '../io.ts';
import { printMessages } from '../print-messages.ts';
import { makeProgress } from '../progress.ts';
import { type Shard, shardOf, unitsInShard } from '../site/shards.ts';

export interface SourceFlags {
  readonly as?: string;
  readonly date?: string;
  readonly complete?: boolean;
  readonly services?: readonly string[];
  /** For a walk: only releases from `since` on, up to `until`, with this number of workers. */
  readonly since?: string;
  readonly until?: string;
  readonly workers?: number;
  readonly tagPrefix?: string;
  readonly replace?: boolean;
  /** For a walk: only a part of the services. */
  readonly part?: AskedPart;
}

/** Ingests sources. */
export async function ingestCommand(
  specs: readonly string[],
  options: SourceFlags & { readonly store?: string; readonly shard?: string },
  io: Io,
): Promise<number> {
  const part = options.shard === undefined ? undefined : partOf(shardOf(options.shard, io.env));
  const [spec = '', ...others] = specs;
  if (part !== undefined && (others.length > 0 || !(await isWalk(spec))))
    throw new UsageError('--shard takes one source, a git repository with all of its releases: git:<repository>.');
  await refuseWalkOptions(specs, options);
  const database = Database.open(options.store ?? defaultStore);
  try {
    const all = { ...options, ...(part === undefined ? {} : { part }) };
    for (const line of await ingestAll(database, specs, all, io)) io.stderr.write(`${line}\n`);
  } catch (error) {
    database.closeAfterFailure();
    throw error;
  }
  database.close();
  return exitCodes.done;
}

/** Ingests sources, and walks repositories release by release; gives one sentence for each part of the work. */
export async function ingestAll(
  database: Database,
  specs: readonly string[],
  options: SourceFlags,
  io: Io,
): Promise<readonly string[]> {
  refuseDamaged(database);
  checkPart(database, options.part);
  if (await refresh(database)) io.stderr.write('The store was made by other rules, and was made again.\n');
  const walks = new Set<string>();
  for (const spec of specs) if (await isWalk(spec)) walks.add(spec);
  const rest = specs.filter((spec) => !walks.has(spec));
  const lines: string[] = [];
  if (rest.length > 0) lines.push(sentence(await ingestWithProgress(database, rest, options, io)));
  for (const spec of walks) lines.push(walkSentence(await walkWithProgress(database, spec, options, io)));
  return lines;
}

/** The options that only a walk reads: without one they would be ignored, and more would be ingested than was meant. */
const walkOptions = [
  ['--since', 'since'],
  ['--until', 'until'],
  ['--tag-prefix', 'tagPrefix'],
  ['--replace', 'replace'],
] as const satisfies readonly (readonly [string, keyof SourceFlags])[];

async function refuseWalkOptions(specs: readonly string[], options: SourceFlags): Promise<void> {
  const [named] = walkOptions.filter(([, name]) => options[name] !== undefined);
  if (named === undefined) return;
  for (const spec of specs) if (await isWalk(spec)) return;
  throw new UsageError(`${named[0]} is for a git repository with all of its releases: git:<repository>.`);
}

/** Whether a source is a repository with all of its releases. */
async function isWalk(spec: string): Promise<boolean> {
  return spec.startsWith('git:') && (await parseGitSpec(spec)).tag === null;
}

/** The part of a shard: services with many states are distributed first. */
function partOf(shard: Shard): AskedPart {
  return { ...shard, choose: (services) => new Set(unitsInShard(services, shard).map(({ name }) => name)) };
}

async function walkWithProgress(database: Database, spec: string, options: SourceFlags, io: Io): Promise<WalkReport> {
  const progress = makeProgress(io.stderr);
  const { since, until, services, workers, tagPrefix, replace, part } = options;
  try {
    const report = await walk(
      database,
      spec,
      {
        ...(since === undefined ? {} : { since }),
        ...(until === undefined ? {} : { until }),
        ...(services === undefined ? {} : { services }),
        ...(workers === undefined ? {} : { workers }),
        ...(tagPrefix === undefined ? {} : { tagPrefix }),
        ...(replace === undefined ? {} : { replace }),
        ...(part === undefined ? {} : { part }),
      },
      {
        onPlan: (revisions) => progress.start(`Walking ${spec}`, revisions),
        onRevisions: (count) => progress.step('', count),
      },
    );
    progress.stop();
    for (const remark of report.remarks) io.stderr.write(`${visibleText(remark)}\n`);
    for (const problem of report.problems.slice(0, 10))
      io.stderr.write(`${visibleText(problem)} (not read: what follows may be older)\n`);
    if (report.problems.length > 10)
      io.stderr.write(
        `… and ${counted(report.problems.length - 10, 'more model')} could not be read: \`apidelta doctor\` lists them.\n`,
      );
    printDerived(report.derived, io.stderr);
    return report;
  } finally {
    progress.stop();
  }
}

/** Ingests with a progress bar, and prints the parsers' messages. */
async function ingestWithProgress(
  database: Database,
  specs: readonly string[],
  options: SourceFlags,
  io: Io,
): Promise<IngestReport> {
  const progress = makeProgress(io.stderr);
  const { as, date, complete, services } = options;
  try {
    const report = await ingest(
      database,
      specs,
      {
        ...(as === undefined ? {} : { as }),
        ...(date === undefined ? {} : { date }),
        ...(complete === true ? { complete } : {}),
        ...(services === undefined ? {} : { services }),
      },
      {
        onSource: (spec, units) => progress.start(`Reading ${spec}`, units),
        onUnit: (name) => progress.step(name),
      },
    );
    progress.stop();
    printMessages(report.messages, io.stderr);
    for (const { name, reason } of report.unknownFiles.slice(0, 10))
      io.stderr.write(`${visibleText(`${name}: passed over: ${reason}`)}\n`);
    if (report.unknownFiles.length > 10)
      io.stderr.write(`… and ${were(report.unknownFiles.length - 10, 'more file')} passed over.\n`);
    printDerived(report.derived, io.stderr);
    return report;
  } finally {
    progress.stop();
  }
}

function printDerived(derived: DeriveReport | undefined, out: Out): void {
  for (const spec of derived?.undated ?? [])
    out.write(`${visibleText(spec)}: it names no version and no day: give --as or --date to put it in order.\n`);
  if (derived === undefined) return;
  for (const { service, version, specs } of derived.contradictions.slice(0, 10))
    out.write(
      `${visibleText(`${service} ${version}`)} has another model in each of ${visibleText([...new Set(specs)].join(' and '))}: only one of them is told. Is --as right?\n`,
    );
  const { unmatchedNotes, unmatchedNames, onlyNoted, elsewhere } = derived;
  for (const { repository, count } of elsewhere)
    out.write(
      `${are(count, 'release note')} kept of ${repository}, and ${count === 1 ? 'stands' : 'stand'} at no release: it has no service models.\n`,
    );
  if (unmatchedNotes > 0)
    out.write(
      `${are(unmatchedNotes, 'release note')} about services that the store does not have${someOf(unmatchedNames)}.\n`,
    );
  if (onlyNoted.length > 0) {
    out.write(
      `${are(onlyNoted.length, 'release note')} about services whose API did not change in that release, as far as it was read${someOf(onlyNoted)}.\n`,
    );
  }
}

/** `1 note is`, `2 notes are`. */
function are(number: number, noun: string): string {
  return `${counted(number, noun)} ${number === 1 ? 'is' : 'are'}`;
}

function were(number: number, noun: string): string {
  return `${counted(number, noun)} ${number === 1 ? 'was' : 'were'}`;
}

/** The first items of a list, in brackets. */
function someOf(names: readonly string[]): string {
  if (names.length === 0) return '';
  return ` (${names.slice(0, 12).map(visibleText).join(', ')}${names.length > 12 ? ', …' : ''})`;
}

function walkSentence({ releases, withdrawn, revisions, services, notes }: WalkReport): string {
  const withdrawals = withdrawn === 0 ? [] : [`${counted(withdrawn, 'release')} withdrawn`];
  const isNew = releases > 0 || revisions > 0 || notes > 0;
  if (!isNew && withdrawals.length === 0) return 'Nothing new.';
  const read = `${counted(revisions, 'state')} of ${counted(services, 'service')}`;
  return `${[...(isNew ? [counted(releases, 'release'), read, counted(notes, 'note')] : []), ...withdrawals].join(', ')}.`;
}

function sentence(report: IngestReport): string {
  if (report.added === 0) return 'Nothing new.';
  return `${report.added} new, ${report.known} known before, ${counted(report.services, 'service')}.`;
}
