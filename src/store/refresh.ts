/** Makes a store fit the rules of today, without any source: what older rules made is made anew from the kept models. */
import type { Database } from './database.ts';
import { derive } from './derive.ts';
import { rulesVersion } from './makers.ts';

/** Refreshes a store if other rules made it; says whether there was anything to do. */
export async function refresh(database: Database): Promise<boolean> {
  const made = database.get<{ value: string }>("SELECT value FROM meta WHERE key = 'rules'");
  if (made?.value === String(rulesVersion)) return false;
  await database.transaction(() => {
    derive(database);
    database.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('rules', ?)", String(rulesVersion));
  });
  return made !== undefined;
}
