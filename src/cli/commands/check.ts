/** `apidelta check`: a verdict for CI on two sources, or on an upgrade from the version that a project pins. */
import { existsSync } from 'node:fs';
import { isVersion, orderOfVersions } from '../../model/versions.ts';
import { pinnedVersion } from '../config/pinned-version.ts';
import type { Wheels } from '../config/wheels.ts';
import type { Side } from '../formats/diff-formats.ts';
import { type Io, UsageError } from '../io.ts';
import { makeProgress } from '../progress.ts';
import { type Compared, type DiffOptions, report } from './report.ts';
import { upgradeFromStore } from './upgrade-from-store.ts';

export interface CheckOptions extends DiffOptions {
  /** The file that pins the version in use. */
  readonly requirements?: string;
  /** The version in use, if no file states it. */
  readonly from?: string;
  /** The version after the upgrade; without it the newest known one. */
  readonly to?: string;
  readonly store?: string;
  /** A clone of botocore, instead of the store. */
  readonly git?: string;
  /** Wheels of botocore, or folders of them, instead of the store. */
  readonly wheels?: readonly string[];
  /** Whether the text lists every change with its places, whatever its length. */
  readonly allChanges?: boolean;
}

/** Prints the changes, and ends with exit code 1 if they are as severe as `--fail-on`. */
export async function checkCommand(
  before: string | undefined,
  after: string | undefined,
  options: CheckOptions,
  io: Io,
): Promise<number> {
  const upgrade = options.requirements !== undefined || options.from !== undefined;
  const wheels = wheelsIn([before, after], options);
  if (before !== undefined && after !== undefined && !(upgrade && wheels.length > 0)) {
    if (upgrade) throw new UsageError('Name two sources, or a version with --requirements or --from: not both.');
    return report({ ...(await comparedSources(before, after, options, io)), ...limitOf(options) }, options, io);
  }
  if ((before !== undefined && wheels.length === 0) || !upgrade)
    throw new UsageError(
      'Name the state before and the state after, or the version in use with --requirements or --from.',
    );
  const histories = [
    ['--store', options.store !== undefined],
    ['--git', options.git !== undefined],
    ['wheels', wheels.length > 0],
  ] as const;
  const [one, other] = histories.filter(([, isNamed]) => isNamed).map(([name]) => name);
  if (one !== undefined && other !== undefined) throw new UsageError(`Name ${one} or ${other}: not both.`);
  if (options.requirements !== undefined && options.from !== undefined && isVersion(options.from))
    throw new UsageError('Name the version in use with --requirements or with --from: not with both.');
  if (options.to !== undefined && !isVersion(options.to)) throw new UsageError(`--to ${options.to} is no version.`);
  const compared =
    wheels.length > 0 ? await fromWheels(await wheelsNamed(wheels), options, io) : await fromHistory(options, io);
  // If the user names no target version, the log of a build must show which one it was.
  io.stderr.write(`Compared botocore ${compared.old.version} with ${compared.new.version}.\n`);
  return report({ ...compared, ...limitOf(options) }, options, io);
}

/** People read one page about an upgrade; the rest is counted, unless they ask for all changes. */
function limitOf({ allChanges }: CheckOptions): Pick<Compared, 'limit'> {
  return allChanges === true ? {} : { limit: { lines: 100, columns: 100 } };
}

async function fromHistory(options: CheckOptions, io: Io): Promise<Compared> {
  const from = versionInUse(options, io);
  return options.git === undefined ? fromStore(from, options, io) : fromGit(from, options.git, options, io);
}

/** The wheels that the user named: with --wheels, or in the place of a source or a version. */
function wheelsIn(sources: readonly (string | undefined)[], options: CheckOptions): readonly string[] {
  const { requirements, from, wheels = [] } = options;
  const isPath = from !== undefined && !isVersion(from) && existsSync(from);
  return [
    ...wheels,
    ...(isPath ? [from] : []),
    ...(requirements === undefined && !(isPath || wheels.length > 0) ? [] : sources.filter((one) => one !== undefined)),
  ];
}

async function wheelsNamed(names: readonly string[]): Promise<Wheels> {
  const { Wheels } = await import('../config/wheels.ts');
  return new Wheels(names);
}

async function fromWheels(wheels: Wheels, options: CheckOptions, io: Io): Promise<Compared> {
  const { requirements, from: wanted } = options;
  const isNamed = wanted !== undefined && isVersion(wanted);
  if (requirements === undefined && !isNamed)
    throw new UsageError('Which version is in use? Name the file that pins it with --requirements.');
  const { from: _folder, ...rest } = options;
  const from = versionInUse(isNamed ? options : rest, io);
  const to = options.to ?? (wheels.versions.at(-1) as string);
  upwards(from.version, to);
  return { ...(await comparedSources(wheels.fileOf(from.version), wheels.fileOf(to), options, io)), ...from.pin };
}

/** The code that reads sources is loaded only for sources: the store needs none of it. */
async function comparedSources(before: string, after: string, options: CheckOptions, io: Io): Promise<Compared> {
  const { compareSources } = await import('./diff.ts');
  return compareSources(before, after, options, io);
}

function upwards(from: string, to: string): void {
  if (orderOfVersions(from, to) > 0)
    throw new UsageError(`${from} is newer than ${to}: an upgrade goes from the older to the newer.`);
}

/** The version in use, with the line of the file that pins it. */
interface InUse {
  readonly version: string;
  readonly pin: Pick<Compared, 'pin'>;
}

function versionInUse({ requirements, from }: CheckOptions, io: Io): InUse {
  if (from !== undefined) {
    if (!isVersion(from)) throw new UsageError(`--from ${from} is no version.`);
    return { version: from, pin: {} };
  }
  // Without a version the file is given: the caller has checked this.
  const { version, asWritten, at, remark, disagreements } = pinnedVersion(requirements as string);
  for (const sentence of disagreements) io.stderr.write(`${sentence}\n`);
  if (remark !== undefined) io.stderr.write(`${remark}\n`);
  const isOther = asWritten.startsWith('boto3') && !asWritten.endsWith(` ${version}`);
  // The remark already names the version.
  if (remark === undefined || isOther)
    io.stderr.write(`${requirements} has ${asWritten}${isOther ? `, which is botocore ${version}` : ''}.\n`);
  return { version, pin: { pin: at } };
}

async function fromGit(from: InUse, clone: string, options: CheckOptions, io: Io): Promise<Compared> {
  if (options.to !== undefined) upwards(from.version, options.to);
  const to = options.to === undefined ? `git:${clone}` : `git:${clone}@${options.to}`;
  return { ...(await comparedSources(`git:${clone}@${from.version}`, to, options, io)), ...from.pin };
}

function fromStore({ version, pin }: InUse, options: CheckOptions, io: Io): Compared {
  const { from, to, days, services, loadVersionPair, operations, unknownBefore, inNeither } = upgradeFromStore(
    { from: version, to: options.to, store: options.store, services: options.service, docs: options.docs === true },
    makeProgress(io.stderr),
  );
  for (const sentence of inNeither) io.stderr.write(`${sentence}\n`);
  if (unknownBefore.length > 0)
    io.stderr.write(`Not known as they were at ${from}, so not compared: ${unknownBefore.join(', ')}.\n`);
  const side = (version: string, date: string | null): Side => ({ version, date, source: version });
  return { old: side(from, days.from), new: side(to, days.to), services, loadVersionPair, operations, ...pin };
}
