/** Makes a store fit the rules of today, without any source: what older rules made is made anew from the kept models. */
import type { Database } from './database.ts';
import { derive } from './derive.ts';
import { rulesVersion } from './makers.ts';

/** Refreshes a store if other rules made it; says whether there was anything to do. */
export async function refresh(database: Database): Promise<boolean> {
  const made = database.rows<{ value: string }>('meta', "WHERE key = 'rules'")[0];
  if (made?.value === String(rulesVersion)) return false;
  await database.transaction(() => {
    derive(database);
    database.insert('meta', { key: 'rules', value: String(rulesVersion) }, 'REPLACE');
  });
  return made !== undefined;
}
