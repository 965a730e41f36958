/** Joins the parts of a store: each has some services of one walk, and what all parts have. */
import { Database, isWhole } from '../database/database.ts';
import { refuseDamaged } from '../database/find-damage.ts';
import type { Table } from '../database/schema.ts';
import { damagedStore, StoreError } from '../database/store-error.ts';
import { partOf } from '../database/store-part.ts';
import { type DeriveReport, derive } from './derive.ts';

/** A part, and its file. */
interface FoundPart {
  readonly database: Database;
  readonly index: number;
  readonly count: number;
  /** What all parts of one store must have in common. */
  readonly common: string;
}

/** Tables with rows of single services; other tables are made from all of them. */
const ofServices: readonly Table[] = [
  'blob',
  'input',
  'unread',
  'service',
  'service_release',
  'changes',
  'documentation_change',
];
/** Tables that every part has. */
const ofAll: readonly Table[] = ['meta', 'repository', 'walked', 'coverage', 'note'];

/**
 * Makes one store of all its parts, in a new file. Throws a `StoreError` if a part is missing, is given twice, or
 * belongs to another store; then nothing is written.
 */
export async function mergeParts(files: readonly string[], to: string): Promise<DeriveReport> {
  const opened: Database[] = [];
  try {
    for (const file of files) opened.push(Database.read(file));
    const parts = checkParts(opened.map(readPart));
    const target = Database.open(to);
    try {
      if (target.get('SELECT 1 FROM input UNION SELECT 1 FROM note LIMIT 1') !== undefined)
        throw new StoreError(`The store ${to} has something already: name a new file with --store.`);
      const derived = await target.transaction(() => {
        for (const { database } of parts)
          for (const table of [...ofAll, ...ofServices]) copyRows(database, target, table);
        target.run("DELETE FROM meta WHERE key IN ('part', 'rows')");
        return derive(target);
      });
      target.close();
      return derived;
    } catch (error) {
      target.closeAfterFailure();
      throw error;
    }
  } finally {
    for (const database of opened) database.close();
  }
}

function readPart(database: Database): FoundPart {
  const part = partOf(database);
  if (part === undefined) throw new StoreError(`\`${database.file}\` is no part of a store: ingest --shard makes one.`);
  refuseDamaged(database);
  const { index, ...made } = part;
  // The same clone has another path on each machine.
  const walked = database.rows('walked', 'ORDER BY repository, version');
  const coverage = database.rows('coverage', 'ORDER BY repository, services');
  return { database, index, count: part.count, common: JSON.stringify([made, walked, coverage]) };
}

/** Checks that these are all parts of one store, each once. */
function checkParts(found: readonly FoundPart[]): readonly FoundPart[] {
  const [first, ...others] = found;
  if (first === undefined) throw new StoreError('There is no part to merge.');
  const known = new Map([[first.index, first]]);
  for (const one of others) {
    if (one.common !== first.common)
      throw new StoreError(
        `${first.database.file} and ${one.database.file} are not parts of one store: the releases, the code, the options and the number of parts have to be the same.`,
      );
    const other = known.get(one.index);
    if (other !== undefined)
      throw new StoreError(
        `${other.database.file} and ${one.database.file} are both part ${one.index} of ${one.count}.`,
      );
    known.set(one.index, one);
  }
  const missing = Array.from({ length: first.count }, (_, at) => at + 1).filter((index) => !known.has(index));
  if (missing.length > 0)
    throw new StoreError(
      `Of ${first.count} parts ${missing.length === 1 ? 'this one is' : 'these are'} missing: ${missing.join(', ')}.`,
    );
  return found;
}

/** Copies the rows that are missing. Base values are copied before their deltas. */
function copyRows(from: Database, to: Database, table: Table): void {
  for (const row of from.each(table)) {
    if (!isWhole(table, row)) throw damagedStore(from.file, table);
    to.insert(table, row, 'IGNORE');
  }
}
