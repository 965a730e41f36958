/** `apidelta build`: makes the site from sources. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import {
  makeTemporaryFolder,
  parseGitSpec,
  removeAbandonedFolders,
  removeTemporaryFolder,
} from '../../sources/index.ts';
import { defaultStore, openStore } from '../../store/read.ts';
import { Database, isStale, refresh } from '../../store/write.ts';
import { headersFile } from '../../view/site/site-headers.ts';
import { counted } from '../../view/site/words.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { siteAddress } from '../site/address.ts';
import { buildSite, type SiteOptions } from '../site/build-site.ts';
import { checkContents, checkPlace, checkWritable, type OutFolder } from '../site/out-folder.ts';
import { recoverSite } from '../site/recover.ts';
import type { OnStep } from '../site/replace-folder.ts';
import { shardOf } from '../site/shards.ts';
import { lockSite } from '../site/site-lock.ts';
import { markOfSite } from '../site/site-mark.ts';
import type { StandingSite } from '../site/standing-site.ts';
import { verifySite } from '../site/verify-site.ts';
import { ingestAll, type SourceFlags } from './ingest.ts';

export interface BuildOptions extends SourceFlags {
  readonly from?: readonly string[];
  readonly out: string;
  readonly site?: string;
  readonly base?: string;
  readonly store?: string;
  /** Write a file with headers for static hosts. */
  readonly headers?: boolean;
  /** False leaves out the Markdown version of every page. */
  readonly twins?: boolean;
  /** The address where readers report mistakes. */
  readonly report?: string;
  /** Write compressed files beside the files. */
  readonly precompress?: boolean;
  /** The number of threads that make pages (default: one for each core). */
  readonly workers?: number;
  /** Make only a part of the site: `2/4`, or `auto`. */
  readonly shard?: string;
  /** Write nothing; list the files that a build would change. */
  readonly verify?: boolean;
}

/** The source if the store is empty and no source is named: the project's own. */
const ownContent = 'content';

/**
 * Builds the site: from the named sources alone, in a store of its own, or, without sources, from the default store.
 * The old site stays until the new one is complete.
 */
export async function build(options: BuildOptions, io: Io, onStep?: OnStep): Promise<number> {
  const address = siteAddress(options.site, options.base);
  const shard = options.shard === undefined ? undefined : shardOf(options.shard, io.env);
  if (shard !== undefined && options.verify === true)
    throw new UsageError('--verify is of a whole site: merge its parts first.');
  const named = options.from ?? [];
  const kept = resolve(options.store ?? defaultStore);
  const isVerified = options.verify === true;
  // A check does not fill the store either.
  const keeps = isVerified ? named.length === 0 && !isEmpty(kept) : options.store !== undefined || named.length === 0;
  const sources = named.length > 0 || !isEmpty(kept) ? named : [ownContent];
  if (named.length === 0 && sources.length > 0 && !existsSync(ownContent))
    throw new UsageError(
      `There is nothing to build: \`${kept}\` is ${existsSync(kept) ? 'empty' : 'not there'}, and there is no folder \`${ownContent}\`. Name a source with --from, or ingest one first.`,
    );
  const own = options.headers === true ? [headersFile] : [];
  const reads = { sources, store: kept };
  const out = await placeOf(options.out, reads);
  const unlock = isVerified ? () => {} : lockSite(out, io.env);
  let scratch: string | undefined;
  try {
    const stands = isVerified ? null : prepareOut(out, own, io);
    removeAbandonedFolders();
    scratch = keeps ? undefined : makeTemporaryFolder('store');
    const file = scratch === undefined ? kept : join(scratch, 'store.db');
    const isOld = sources.length === 0 && needsRefresh(file);
    if (isVerified && isOld)
      throw new UsageError(`The store \`${file}\` was made by other rules: build once without --verify.`);
    if (sources.length > 0 || isOld) await fillStore(file, sources, options, io);
    const site: SiteOptions = {
      ...{ store: file, out, stands, base: address.base },
      ...{ headers: options.headers === true, twins: options.twins !== false },
      precompress: options.precompress === true,
      workers: options.workers ?? availableParallelism(),
      ...(shard === undefined ? {} : { shard }),
      ...(address.origin === undefined ? {} : { site: address.origin }),
      ...(options.report === undefined ? {} : { report: options.report }),
      ...(onStep === undefined ? {} : { onStep }),
    };
    if (options.verify === true) return tellVerified(await verifySite(site, io), options.out, io);
    const { pages, changed } = await buildSite(site, io);
    io.stderr.write(`${counted(pages, 'page')} in ${options.out}${changedWords(changed)}.\n`);
    return exitCodes.done;
  } finally {
    if (scratch !== undefined) removeTemporaryFolder(scratch);
    unlock();
  }
}

/** Lists the files of a site that differ from those that a build would make now. */
function tellVerified(other: readonly string[], out: string, io: Io): number {
  for (const name of other) io.stdout.write(`${name}\n`);
  io.stderr.write(
    other.length === 0
      ? `The site in ${out} is as it would be made now.\n`
      : `${counted(other.length, 'file')} in ${out} would be made otherwise now.\n`,
  );
  return other.length === 0 ? exitCodes.done : exitCodes.found;
}

/** The words for what an update changed; empty if the whole site was made. */
function changedWords(changed: number | null): string {
  if (changed === null) return '';
  return changed === 0 ? ', nothing new' : `, ${counted(changed, 'file')} new, changed or gone`;
}

/** Ingests sources into the store, and updates it to the current rules. */
async function fillStore(file: string, sources: readonly string[], options: SourceFlags, io: Io): Promise<void> {
  const database = Database.open(file);
  try {
    if (sources.length > 0) await ingestAll(database, sources, options, io);
    if (await refresh(database)) io.stderr.write('The store was made by other rules, and is made again.\n');
  } catch (error) {
    database.closeAfterFailure();
    throw error;
  }
  database.close();
}

/** Whether a store must be written before it is shown: a user who can only read it can otherwise still build it. */
function needsRefresh(file: string): boolean {
  const database = Database.read(file);
  try {
    return isStale(database);
  } finally {
    database.close();
  }
}

/**
 * Prepares the folder of the site, and gives the site that stands there: repairs an interrupted build, and reports
 * anything that prevents a build before the work begins.
 */
function prepareOut(out: OutFolder, wanted: readonly string[], io: Io): StandingSite | null {
  recoverSite(out.folder, io);
  const stands = checkContents(out, wanted, markOfSite(out.folder, io.env));
  checkWritable(out);
  return stands;
}

async function placeOf(
  named: string,
  reads: { readonly sources: readonly string[]; readonly store: string },
): Promise<OutFolder> {
  const places = await Promise.all(reads.sources.map(placeOfSource));
  return checkPlace(named, { ...reads, sources: places.flatMap((place) => place ?? []) });
}

/** The file or folder of a source; undefined if there is none, which reading it will report. */
async function placeOfSource(spec: string): Promise<string | undefined> {
  if (spec.startsWith('git:')) return (await parseGitSpec(spec)).repository;
  if (spec === '' || existsSync(spec)) return spec || undefined;
  for (let at = spec.indexOf(':'); at !== -1; at = spec.indexOf(':', at + 1))
    if (existsSync(spec.slice(0, at))) return spec.slice(0, at);
  return undefined;
}

function isEmpty(file: string): boolean {
  if (!existsSync(file)) return true;
  const reader = openStore(file);
  const empty = reader.releases().length === 0;
  reader.close();
  return empty;
}
