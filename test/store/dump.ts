/** Dumps a store canonically: equal texts for stores that say the same, whatever the order they were filled in. */
import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';

/** Everything that readers can see, and what it was made from. Numbers of rows and unused blobs are left out. */
export function dumpStore(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map((row) => JSON.stringify(row));
  const used = `SELECT snapshot FROM input WHERE snapshot <> '' UNION SELECT since FROM service
    UNION SELECT state ->> '$.names' FROM service WHERE state ->> '$.names' IS NOT NULL`;
  const lines = [
    ...rows('SELECT id, version, date, position FROM release ORDER BY position'),
    ...rows(
      'SELECT hash, service, version, date, dialect, complete, presence, snapshot, stated, origin, unsure FROM input ORDER BY hash',
    ),
    ...rows('SELECT version, date, time, predecessor FROM walked ORDER BY repository, version'),
    ...rows('SELECT service, version, object, kind, why FROM unread ORDER BY service, version'),
    ...rows('SELECT * FROM service ORDER BY id'),
    ...rows('SELECT * FROM service_release ORDER BY service, release'),
    ...rows('SELECT service, release, key, kind, severity, data FROM change ORDER BY service, release, key, data'),
    ...rows(
      'SELECT o.service, o.operation, c.release, c.key FROM change_operation o JOIN change c ON c.id = o.change ORDER BY 1, 2, 3, 4',
    ),
    ...rows('SELECT service, release, count, hex(data) AS data FROM documentation_change ORDER BY service, release'),
    ...rows('SELECT * FROM release_note ORDER BY service, release, text'),
    ...rows('SELECT hash, version, category, service, text FROM note ORDER BY hash'),
    ...(
      db.prepare(`SELECT hash, data FROM blob WHERE hash IN (${used}) ORDER BY hash`).all() as {
        hash: string;
        data: Uint8Array;
      }[]
    ).map(({ hash, data }) => `${hash} ${zstdDecompressSync(data).byteLength}`),
  ];
  db.close();
  return lines.join('\n');
}
