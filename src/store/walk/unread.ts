/** States that a walk could not read: what is known of them, and which may be read now. */
import { BlobReader, type Repository, SourceError } from '../../sources/index.ts';
import type { Database } from '../database/database.ts';
import type { UnreadState } from './live/live-chain.ts';

/** A state that could not be read, as the store keeps it. */
export interface UnreadRow extends UnreadState {
  readonly repository: number;
  readonly service: string;
}

/** The states that could not be read, by service and release. */
export function unreadStates(database: Database): readonly UnreadRow[] {
  return database.rows<UnreadRow>('unread', 'ORDER BY service, version');
}

/** Writes down what could not be read of a service. */
export function writeUnread(
  database: Database,
  repository: number,
  service: string,
  unread: readonly UnreadState[],
): void {
  for (const { version, object, kind, why } of unread)
    database.insert('unread', { repository, service, version, object, kind, why }, 'REPLACE');
}

/** The services with a state that could not be read and may be now: its object has come. What is no model stays none. */
export async function readableAgain(
  database: Database,
  repository: Repository,
  id: number,
): Promise<readonly string[]> {
  const missing = unreadStates(database).filter((row) => row.repository === id && row.kind === 'missing');
  if (missing.length === 0) return [];
  const reader = new BlobReader(repository);
  try {
    const found = await Promise.all(
      missing.map(async ({ service, object }) => ((await isThere(reader, object)) ? [service] : [])),
    );
    return [...new Set(found.flat())];
  } finally {
    await reader.close();
  }
}

async function isThere(reader: BlobReader, object: string): Promise<boolean> {
  try {
    return (await reader.readObject(object)) !== undefined;
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}
