/** Counts the rows of tables and adds up their checksums: a missing row cannot be noticed by its own checksum. */
import { columns, type Table } from './schema.ts';

/** How many rows a table has, and the sum of their checksums; by table. */
export type RowCounts<Name extends string = string> = Readonly<
  Partial<Record<Name, readonly [rows: number, sum: number]>>
>;

/**
 * Tables whose rows are counted. Blobs and the saved results of a walk are not: they come and go while a command runs.
 */
export const countedTables = (Object.keys(columns) as Table[]).filter(
  (table) => !['meta', 'blob', 'stage'].includes(table),
);

/** Counts the rows of tables. `get` answers SQL with one row. */
export function countRows<Name extends string>(
  tables: readonly Name[],
  get: (sql: string) => unknown,
): RowCounts<Name> {
  const counts: Partial<Record<Name, readonly [number, number]>> = {};
  for (const table of tables) {
    const found = get(`SELECT count(*) AS rows, coalesce(sum(sum), 0) AS sum FROM ${table}`);
    // An aggregate gives one row, always.
    const { rows, sum } = found as { readonly rows: number; readonly sum: number };
    counts[table] = [rows, sum];
  }
  return counts;
}

/** Tables whose rows are not those that were written, and how many rows are missing. */
export function changedCounts<Name extends string>(
  written: RowCounts,
  now: RowCounts<Name>,
): ReadonlyMap<Name, number> {
  const changed = new Map<Name, number>();
  // The keys of the record are the names.
  for (const [table, [rows, sum]] of Object.entries(now) as [Name, readonly [number, number]][]) {
    const [before = 0, sumBefore = 0] = written[table] ?? [];
    if (rows !== before || sum !== sumBefore) changed.set(table, Math.max(Math.abs(before - rows), 1));
  }
  return changed;
}
