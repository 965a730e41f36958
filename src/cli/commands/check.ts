/** `apidelta check`: a verdict for CI on two sources, or on the upgrade of a version that a project pins. */
import { existsSync } from 'node:fs';
import { proseReader } from '../../diff/index.ts';
import { readProse } from '../../parse/index.ts';
import { compareVersions, isVersion } from '../../sources/index.ts';
import { between, Database, defaultStore } from '../../store/index.ts';
import { pinnedVersion } from '../config/pinned-version.ts';
import type { Side } from '../formats/diff-formats.ts';
import { type Io, UsageError } from '../io.ts';
import { makeProgress } from '../progress.ts';
import { type Compared, compareSources, type DiffOptions, report } from './diff.ts';

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
  const to = options.to === undefined ? `git:${clone}` : `git:${clone}@${options.to}`;
  if (options.to !== undefined) forwards(from, options.to);
  return compareSources(`git:${clone}@${from}`, to, options, io);
}

function fromStore(from: string, options: CheckOptions, io: Io): Compared {
  const file = options.store ?? defaultStore;
  if (!existsSync(file))
    throw new UsageError(
      `There is no store at ${file}: ingest something first, name another with --store, or a clone of botocore with --git.`,
    );
  const database = Database.read(file);
  const progress = makeProgress(io.stderr);
  try {
    const versions = database
      .all<{ version: string }>('SELECT DISTINCT version FROM input WHERE version IS NOT NULL')
      .map(({ version }) => version)
      .sort(compareVersions);
    const [oldest, newest] = [versions[0], versions.at(-1)];
    if (oldest === undefined || newest === undefined) throw new UsageError(`The store ${file} knows no versions.`);
    const to = options.to ?? newest;
    forwards(from, to);
    if (compareVersions(from, oldest) < 0)
      throw new UsageError(
        `The store begins with ${oldest}: what was before cannot be compared. Ingest older releases.`,
      );
    if (compareVersions(to, newest) > 0) throw new UsageError(`The store ends with ${newest}: ingest ${to} first.`);
    const known = database.all<{ id: string }>('SELECT id FROM service ORDER BY id').map(({ id }) => id);
    const unknown = (options.service ?? []).filter((id) => !known.includes(id));
    if (unknown.length > 0) throw new UsageError(`The store knows no service ${unknown.join(', ')}.`);
    const ids = options.service === undefined ? known : known.filter((id) => options.service?.includes(id));
    progress.start(`Comparing ${from} with ${to}`, ids.length);
    const services = ids.flatMap((id) => {
      progress.step(id);
      const docs = options.docs === true ? { documentation: true, prose: proseReader(readProse) } : {};
      return between(database, id, from, to, docs) ?? [];
    });
    const side = (version: string): Side => ({ version, date: null, source: version });
    return { old: side(from), new: side(to), services };
  } finally {
    progress.stop();
    database.close();
  }
}

function forwards(from: string, to: string): void {
  if (compareVersions(from, to) > 0)
    throw new UsageError(`${from} is newer than ${to}: an upgrade goes from the older to the newer.`);
}
