/** Whose releases a store has: how the names of its feed items begin, and how its versions are called. */
import { dialectNames } from '../parse/dialects/names.ts';
import type { ReleaseLine } from '../parse/dialects/release-line.ts';
import type { Database } from './database/database.ts';

/** The releases of a service, or of the whole store (null). The richest dialect that shows it decides. */
export function releaseLineOf(database: Database, service: string | null): ReleaseLine {
  const rows =
    service === null
      ? database.all<{ dialect: string }>('SELECT DISTINCT dialect FROM input')
      : database.all<{ dialect: string }>('SELECT DISTINCT dialect FROM input WHERE service = ?', service);
  const seen = new Set(rows.map(({ dialect }) => dialect));
  const shown = dialectNames.filter(({ id }) => seen.has(id));
  return (shown.length > 0 ? shown : dialectNames).reduce((a, b) => (a.richness > b.richness ? a : b)).releases;
}
