/** `apidelta check`: a verdict for CI on two sources, or on the upgrade of a version that a project pins. */
import { compareVersions, isVersion } from '../../sources/index.ts';
import { pinnedVersion } from '../config/pinned-version.ts';
import type { Side } from '../formats/diff-formats.ts';
import { type Io, UsageError } from '../io.ts';
import { makeProgress } from '../progress.ts';
import { type Compared, compareSources, type DiffOptions, report } from './diff.ts';
import { upgradeFromStore } from './upgrade-from-store.ts';

export interface CheckOptions extends DiffOptions {
  /** The file that pins the version in use. */
  readonly requirements?: string;
  /** The version in use, where no file says it. */
  readonly from?: string;
  /** The version to go to; without it the newest that is known. */
  readonly to?: string;
  readonly store?: string;
  /** A clone of botocore, instead of the store. */
  readonly git?: string;
}

/** Prints what changes, and ends with exit code 1 where it is as bad as `--fail-on` says. */
export async function checkCommand(
  before: string | undefined,
  after: string | undefined,
  options: CheckOptions,
  io: Io,
): Promise<number> {
  const upgrade = options.requirements !== undefined || options.from !== undefined;
  if (before !== undefined && after !== undefined) {
    if (upgrade) throw new UsageError('Name two sources, or a version with --requirements or --from: not both.');
    return report(await compareSources(before, after, options, io), options, io);
  }
  if (before !== undefined || !upgrade)
    throw new UsageError(
      'Name the state before and the state after, or the version in use with --requirements or --from.',
    );
  const from = versionInUse(options, io);
  if (options.to !== undefined && !isVersion(options.to)) throw new UsageError(`--to ${options.to} is no version.`);
  return report(
    options.git === undefined ? fromStore(from, options, io) : await fromGit(from, options.git, options, io),
    options,
    io,
  );
}

function versionInUse({ requirements, from }: CheckOptions, io: Io): string {
  if (from !== undefined) {
    if (!isVersion(from)) throw new UsageError(`--from ${from} is no version.`);
    return from;
  }
  const { version, stated } = pinnedVersion(requirements as string);
  io.stderr.write(
    `${requirements} has ${stated}${stated.startsWith('boto3') && !stated.endsWith(` ${version}`) ? `, which is botocore ${version}` : ''}.\n`,
  );
  return version;
}

async function fromGit(from: string, clone: string, options: CheckOptions, io: Io): Promise<Compared> {
  if (options.to !== undefined && compareVersions(from, options.to) > 0)
    throw new UsageError(`${from} is newer than ${options.to}: an upgrade goes from the older to the newer.`);
  const to = options.to === undefined ? `git:${clone}` : `git:${clone}@${options.to}`;
  return compareSources(`git:${clone}@${from}`, to, options, io);
}

function fromStore(from: string, options: CheckOptions, io: Io): Compared {
  const { to, services, unknownBefore } = upgradeFromStore(
    { from, to: options.to, store: options.store, services: options.service, docs: options.docs === true },
    makeProgress(io.stderr),
  );
  if (unknownBefore.length > 0)
    io.stderr.write(`Not known as they were at ${from}, so not compared: ${unknownBefore.join(', ')}.\n`);
  const side = (version: string): Side => ({ version, date: null, source: version });
  return { old: side(from), new: side(to), services };
}
