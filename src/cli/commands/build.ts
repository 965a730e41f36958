/** `apidelta build`: sources to site. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Database, defaultStore, openReader, refresh } from '../../store/index.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { buildSite } from '../site/build-site.ts';
import { ingestAll, type SourceFlags } from './ingest.ts';

export interface BuildOptions extends SourceFlags {
  readonly from?: readonly string[];
  readonly out: string;
  readonly site?: string;
  readonly base: string;
  readonly store?: string;
}

/** What is built where the store is empty and no source is named: the project's own. */
const ownContent = 'content';

/**
 * Builds the site: of the named sources alone, in a store of its own, or, without them, of the store. The old site
 * stays until the new one is whole.
 */
export async function build(options: BuildOptions, io: Io): Promise<number> {
  const out = resolve(options.out);
  const named = options.from ?? [];
  const keeps = options.store !== undefined || named.length === 0;
  const scratch = keeps ? undefined : mkdtempSync(join(tmpdir(), 'apidelta-store-'));
  const file = resolve(options.store ?? (scratch === undefined ? defaultStore : join(scratch, 'store.db')));
  try {
    const sources = named.length > 0 || !isEmpty(file) ? named : [ownContent];
    if (sources.length > 0) {
      if (named.length === 0 && !existsSync(ownContent))
        throw new UsageError(
          `There is nothing to build: name a source with --from, or ingest one first. (${file} is empty, and there is no folder ${ownContent}.)`,
        );
      const database = Database.open(file);
      try {
        await ingestAll(database, sources, options, io);
      } finally {
        database.close();
      }
    }
    const database = Database.open(file);
    try {
      if (await refresh(database)) io.stderr.write('The store was made by other rules, and is made anew.\n');
    } finally {
      database.close();
    }
    const pages = await buildSite(
      { store: file, out, base: options.base, ...(options.site === undefined ? {} : { site: options.site }) },
      io,
    );
    io.stderr.write(`${pages} pages in ${options.out}.\n`);
    return exitCodes.done;
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

function isEmpty(file: string): boolean {
  if (!existsSync(file)) return true;
  const reader = openReader(file);
  const empty = reader.releases().length === 0;
  reader.close();
  return empty;
}
