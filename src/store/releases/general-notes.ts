/** Notes on a release that are about no service: they stand on the release itself. */
import type { Prose } from '../../model/index.ts';
import { readProse } from '../../parse/prose/read.ts';
import type { Database } from '../database/database.ts';
import type { NoteRow } from '../reader/reader-rows.ts';
import type { GeneralNote } from '../types.ts';

/** Where a note on a service has the service, such a note has this sign, which no id holds, and what it says it is about. */
const sign = '\n';

/** What stands for the service of a note on `about`: `TLS`, `Proxy`, or nothing. */
export function generalKey(about: string | null): string {
  return sign + (about ?? '');
}

/** All of them by release, in an order that does not depend on when they were taken in. */
export function readGeneralNotes(database: Database): ReadonlyMap<string, readonly GeneralNote[]> {
  const where = 'WHERE substr(service, 1, 1) = ? ORDER BY release, service, category, text';
  const rows = database.rows<NoteRow>('release_note', where, sign);
  const notes = Map.groupBy(rows, ({ release }) => release);
  return new Map(
    [...notes].map(([release, own]) => [
      release,
      own.map(({ service, category, text }) => ({
        about: service.slice(sign.length) || null,
        category,
        text: readProse(JSON.parse(text) as Prose),
      })),
    ]),
  );
}
