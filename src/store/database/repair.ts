/** Makes damaged tables of the readers again, if the rows that they are made from are sound. */

import { derive } from '../ingest/derive.ts';
import type { Database } from './database.ts';
import { findDamage, isDamaged, isMadeAnew } from './find-damage.ts';
import { columns, type Table, takenIn } from './schema.ts';

/** Repairs a store. `lost`: it cannot be repaired. `sound`: nothing was damaged, and the store is unchanged. */
export async function repair(database: Database): Promise<'sound' | 'repaired' | 'lost'> {
  const damage = findDamage(database, true);
  if (!isDamaged(damage)) return 'sound';
  if (!isMadeAnew(damage)) return 'lost';
  await database.transaction(() => {
    for (const table of Object.keys(columns) as Table[]) if (!takenIn.has(table)) database.run(`DELETE FROM ${table}`);
    derive(database);
  });
  return 'repaired';
}
