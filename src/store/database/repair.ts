/** Makes again what readers see, where that is damaged and all that it is made from is whole. */

import { derive } from '../ingest/derive.ts';
import type { Database } from './database.ts';
import { findDamage, isDamaged, isMadeAnew } from './find-damage.ts';
import { columns, type Table, takenIn } from './schema.ts';

/** Repairs a store. `lost` where it cannot be repaired, and `sound` where nothing is to be done: then it is as it was. */
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
