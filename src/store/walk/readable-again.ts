/** Which states that a walk could not read may be read now. */
import { BlobReader, type Repository, SourceError } from '../../sources/index.ts';
import type { Database } from '../database/database.ts';
import { unreadStates } from './unread.ts';

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
