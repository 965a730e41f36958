/** Dumps a store canonically: equal texts for stores that say the same, whatever the order they were filled in. */
import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import type { Change } from '../../src/model/index.ts';
import { packedBytes } from '../../src/store/packing/blobs.ts';
import { Database } from '../../src/store/write.ts';

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
    ...changesIn(db).map((row) => JSON.stringify(row)),
    ...rows('SELECT service, release, count, hex(data) AS data FROM documentation_change ORDER BY service, release'),
    ...rows('SELECT * FROM release_note ORDER BY service, release, text'),
    ...rows('SELECT hash, version, category, service, text FROM note ORDER BY hash'),
    ...blobsIn(file, used),
  ];
  db.close();
  return lines.join('\n');
}

/** Every change, with the service and the release that it is of. */
export function changesIn(
  db: DatabaseSync,
): readonly { readonly service: string; readonly release: string; readonly change: Change }[] {
  const rows = db.prepare('SELECT service, release, data FROM changes ORDER BY service, release').all();
  return rows.flatMap(({ service, release, data }) =>
    (JSON.parse(zstdDecompressSync(data as Uint8Array).toString()) as Change[])
      .map((change) => ({ service: service as string, release: release as string, change }))
      .sort((a, b) => (JSON.stringify(a.change) < JSON.stringify(b.change) ? -1 : 1)),
  );
}

/** The values that are named, and what they weigh: by which others they are told depends on the order they came in. */
function blobsIn(file: string, used: string): readonly string[] {
  const database = Database.read(file);
  try {
    return database
      .all<{ hash: string }>(`SELECT hash FROM blob WHERE hash IN (${used}) ORDER BY hash`)
      .map(({ hash }) => `${hash} ${packedBytes(database, hash).byteLength}`);
  } finally {
    database.close();
  }
}
