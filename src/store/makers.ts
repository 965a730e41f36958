/** Which version of our own parsers and rules made what the store holds: after a fix, what is stale is made anew. */
import type { Database } from './database.ts';

/** Raised whenever a parser reads something in another way than before. */
export const parserVersion = 2;

/** Raised whenever the differ finds, joins or judges something in another way than before, or notes are placed in another way. Keys of changes stay. */
export const rulesVersion = 3;

/** The version of the parsers that the last walk was made with; undefined where there was none. */
export function walkedWith(database: Database): number | undefined {
  const row = database.get<{ value: string }>("SELECT value FROM meta WHERE key = 'walked-with'");
  return row === undefined ? undefined : Number(row.value);
}

/** Writes down that the walk was made with the parsers of today. */
export function markWalked(database: Database): void {
  database.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('walked-with', ?)", String(parserVersion));
}
