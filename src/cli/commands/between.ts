/** `apidelta between`: the net changes of a service between two versions, from the store. */

import { existsSync } from 'node:fs';
import { between, Database, defaultStore, stateAt } from '../../store/index.ts';
import { printComparison } from '../formats/diff-formats.ts';
import { syntaxFor } from '../formats/syntax.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { fails } from './diff.ts';

export interface BetweenOptions {
  readonly store?: string;
  readonly format: string;
  readonly failOn?: string;
  readonly syntax?: boolean;
}

/** Prints what changed on the whole. */
export async function betweenCommand(
  service: string,
  from: string,
  to: string,
  options: BetweenOptions,
  io: Io,
): Promise<number> {
  const file = options.store ?? defaultStore;
  if (!existsSync(file))
    throw new UsageError(`There is no store at ${file}: ingest something first, or name another with --store.`);
  const database = Database.read(file);
  try {
    if (database.get('SELECT 1 FROM service WHERE id = ?', service) === undefined)
      throw new UsageError(`The store knows no service ${service}.`);
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
