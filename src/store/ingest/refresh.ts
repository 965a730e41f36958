/** Updates a store after the rules change, without any source: makes the changes again from the stored models. */
import type { Database } from '../database/database.ts';
import { rulesVersion } from '../database/engine-versions.ts';
import { derive } from './derive.ts';

/** Whether other rules made what the store shows. */
export function isStale(database: Database): boolean {
  return madeBy(database) !== String(rulesVersion);
}

function madeBy(database: Database): string | undefined {
  return database.rows<{ value: string }>('meta', "WHERE key = 'rules'")[0]?.value;
}

/** Refreshes a store if other rules made it; says whether it did anything. */
export async function refresh(database: Database): Promise<boolean> {
  const made = madeBy(database);
  if (made === String(rulesVersion)) return false;
  await database.transaction(() => {
    derive(database);
    database.insert('meta', { key: 'rules', value: String(rulesVersion) }, 'REPLACE');
  });
  return made !== undefined;
}
