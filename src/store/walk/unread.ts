/** States that a walk could not read, and why. */
import type { Database } from '../database/database.ts';
import type { UnreadState } from './live/live-chain.ts';

/** A state that could not be read, in its stored form. */
export interface UnreadRow extends UnreadState {
  readonly repository: number;
  readonly service: string;
}

/** The states that could not be read, by service and release. */
export function unreadStates(database: Database): readonly UnreadRow[] {
  return database.rows<UnreadRow>('unread', 'ORDER BY service, version');
}

/** Records the unread states of a service. */
export function writeUnread(
  database: Database,
  repository: number,
  service: string,
  unread: readonly UnreadState[],
): void {
  for (const { version, object, kind, why } of unread)
    database.insert('unread', { repository, service, version, object, kind, why }, 'REPLACE');
}
