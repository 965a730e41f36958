/** `apidelta between`: the net changes of a service between two versions, from the store. */

import { existsSync } from 'node:fs';
import { visibleText } from '../../model/index.ts';
import { plainVersion } from '../../sources/index.ts';
import {
  between,
  Database,
  defaultStore,
  releaseVersions,
  serviceIds,
  stateAt,
  unknownState,
} from '../../store/index.ts';
import { printComparison } from '../formats/diff-formats.ts';
import { syntaxFor } from '../formats/syntax.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { nearestOf } from '../nearest.ts';
import { serviceNamed } from '../resolve-thing.ts';
import { fails } from './diff.ts';

export interface BetweenOptions {
  readonly store?: string;
  readonly format: string;
  readonly failOn?: string;
  readonly syntax?: boolean;
}

/** Prints what changed on the whole. */
export async function betweenCommand(
  name: string,
  older: string,
  newer: string,
  options: BetweenOptions,
  io: Io,
): Promise<number> {
  const file = options.store ?? defaultStore;
  if (!existsSync(file))
    throw new UsageError(`There is no store at ${file}: ingest something first, or name another with --store.`);
  const database = Database.read(file);
  try {
    const service = serviceNamed(name, serviceIds(database));
    const [from, to] = [knownRelease(database, older), knownRelease(database, newer)];
    const unknown = unknownState(database, service, from, to);
    if (unknown !== undefined) throw new UsageError(unknown);
    const changes = between(database, service, from, to);
    const services = changes === undefined ? [] : [changes];
    const side = (version: string) => ({ version, date: null, source: `${service} ${version}` });
    const syntax = syntaxFor(options.format, options.syntax, (id) => ({
      old: stateAt(database, id, from) ?? null,
      new: stateAt(database, id, to) ?? null,
    }));
    io.stdout.write(
      await printComparison(
        { old: side(from), new: side(to), services, syntax, out: io.stdout, env: io.env },
        options.format,
      ),
    );
    return fails(services, options.failOn) ? exitCodes.found : exitCodes.done;
  } finally {
    database.close();
  }
}

/** A release of the store, by its version. */
function knownRelease(database: Database, name: string): string {
  const version = plainVersion(name);
  const versions = releaseVersions(database);
  if (versions.includes(version)) return version;
  const near = nearestOf(version, versions);
  const has =
    versions.length === 0
      ? 'it has none'
      : `it has ${versions[0]} to ${versions.at(-1)}${near.length === 0 ? '' : `; nearest: ${near.join(', ')}`}`;
  throw new UsageError(`The store has no release ${visibleText(name)}: ${has}.`);
}
