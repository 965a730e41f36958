/** Which states that a walk could not read may be readable now. */
import { BlobReader, type Repository, SourceError } from '../../sources/index.ts';
import type { Database } from '../database/database.ts';
import { unreadStates } from './unread.ts';

/** The services with an unread state whose object exists now. A file that is not a model stays unreadable. */
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
