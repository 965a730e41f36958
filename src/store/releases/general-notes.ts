/** Notes on a release that concern no single service: they belong to the release itself. */
import type { Prose } from '../../model/index.ts';
import { readProse } from '../../parse/prose/read.ts';
import type { Database } from '../database/database.ts';
import type { NoteRow } from '../reader/reader-rows.ts';
import type { GeneralNote } from '../types.ts';

/**
 * A note on a service is stored with the service's id. A general note is stored with this sign, which no id contains,
 * and its subject.
 */
const sign = '\n';

/** The stored key of a general note on a subject: `TLS`, `Proxy`, or none. */
export function generalKey(about: string | null): string {
  return sign + (about ?? '');
}

/** All general notes by release, in an order that does not depend on the order of ingestion. */
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
