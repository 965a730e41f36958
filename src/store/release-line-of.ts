/** Whose releases a store has: what the names of its feed items begin with, and how its versions are called. */
import { type Dialect, dialects } from '../parse/dialects/index.ts';
import type { Database } from './database/database.ts';

/** The releases of a service, or of the whole store: the richest dialect that shows it says whose they are. */
export function releaseLineOf(database: Database, service: string | null): Dialect['releases'] {
  const rows =
    service === null
      ? database.all<{ dialect: string }>('SELECT DISTINCT dialect FROM input')
      : database.all<{ dialect: string }>('SELECT DISTINCT dialect FROM input WHERE service = ?', service);
  const seen = new Set(rows.map(({ dialect }) => dialect));
  const shown = dialects.filter(({ id }) => seen.has(id));
  const [richest] = [...(shown.length > 0 ? shown : dialects)].sort((a, b) => b.richness - a.richness);
  return (richest as Dialect).releases;
}
