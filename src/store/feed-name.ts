/** Whose releases a store has: what the names of its feed items begin with. */
import { type Dialect, dialects } from '../parse/dialects/index.ts';
import type { Database } from './database/database.ts';

/** The name of a service's releases, or of the whole store's: the richest dialect that shows it says whose they are. */
export function feedNameOf(database: Database, service: string | null): string {
  const rows =
    service === null
      ? database.all<{ dialect: string }>('SELECT DISTINCT dialect FROM input')
      : database.all<{ dialect: string }>('SELECT DISTINCT dialect FROM input WHERE service = ?', service);
  const seen = new Set(rows.map(({ dialect }) => dialect));
  const shown = dialects.filter(({ id }) => seen.has(id));
  const [richest] = [...(shown.length > 0 ? shown : dialects)].sort((a, b) => b.richness - a.richness);
  return (richest as Dialect).releases.feedName;
}
