/** The tables of the store, as SQL, and the columns that each row's checksum covers. */

/** The version of the schema below; a store with a greater one was made by a newer apidelta. */
export const schemaVersion = 4;

/**
 * The header of the file names its application with this number (`PRAGMA application_id`): "apid". Stores of formats 1
 * and 2 have none.
 */
export const applicationId = 0x61_70_69_64;

/** The columns of a table with many things of a service in a release, compressed together. */
const countedData = `
    service TEXT NOT NULL,
    release TEXT NOT NULL,
    count INTEGER NOT NULL,
    data BLOB NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (service, release)
  ) STRICT;`;

export const schema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
  -- One state of one service as one source shows it; the same source twice is one row.
  CREATE TABLE input (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    service TEXT NOT NULL,
    version TEXT,
    date TEXT,
    dialect TEXT NOT NULL,
    complete INTEGER NOT NULL,
    -- 'shown'; of a walk through a repository also 'added', 'removed' and 'unread' (these two have no snapshot).
    presence TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    stated TEXT,
    spec TEXT NOT NULL,
    -- Hash of the documents that it was read from, where those are not kept: a newer parser puts its reading in the place of the older one's.
    origin TEXT,
    -- The repository that a walk found it in; null for other sources.
    repository INTEGER,
    -- 1 where releases just before it were not walked: what is new in it may be older.
    unsure INTEGER NOT NULL,
    -- The version of our parsers that read it.
    parser INTEGER NOT NULL,
    sum INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX input_service ON input (service);
  CREATE INDEX input_origin ON input (origin);
  -- Models and since graphs as compressed canonical JSON, each kept once by content. A state of a service may be told by another one, its base.
  CREATE TABLE blob (
    hash TEXT PRIMARY KEY,
    data BLOB NOT NULL,
    -- How many others it is told by.
    depth INTEGER NOT NULL,
    base TEXT,
    -- What is taken from the base: state-delta.ts.
    copies TEXT,
    sum INTEGER NOT NULL
  ) STRICT;
  -- Repositories that were walked. Clones that share a release are one repository.
  CREATE TABLE repository (id INTEGER PRIMARY KEY, name TEXT NOT NULL, models INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT;
  -- The releases of a repository that were walked for any service. predecessor: of a release beside the main line, the one that it goes on from.
  CREATE TABLE walked (
    repository INTEGER NOT NULL,
    version TEXT NOT NULL,
    date TEXT NOT NULL,
    time INTEGER NOT NULL,
    predecessor TEXT,
    sum INTEGER NOT NULL,
    PRIMARY KEY (repository, version)
  ) STRICT, WITHOUT ROWID;
  -- Which releases were walked for services, and from which commits: [[version, commit], …]. ["*"] is every service that no row names.
  CREATE TABLE coverage (
    repository INTEGER NOT NULL,
    services TEXT NOT NULL,
    releases TEXT NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (repository, services)
  ) STRICT, WITHOUT ROWID;
  -- States that a walk could not read. Each is tried again where its object may have come.
  CREATE TABLE unread (
    repository INTEGER NOT NULL,
    service TEXT NOT NULL,
    version TEXT NOT NULL,
    object TEXT NOT NULL,
    -- 'missing': the repository lacks the object. 'broken': it has it, and nobody can read it.
    kind TEXT NOT NULL,
    why TEXT NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (repository, service, version)
  ) STRICT, WITHOUT ROWID;
  -- Lives of services that a walk has made so far; they come into sight together, when the walk is done.
  CREATE TABLE stage (service TEXT PRIMARY KEY, plan TEXT NOT NULL, data BLOB NOT NULL, sum INTEGER NOT NULL) STRICT;
  CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    version TEXT,
    date TEXT,
    category TEXT,
    service TEXT,
    text TEXT NOT NULL,
    repository INTEGER,
    sum INTEGER NOT NULL
  ) STRICT;
  -- Two repositories may have the same note, and each has it for its own releases.
  CREATE UNIQUE INDEX note_once ON note (hash, coalesce(repository, 0));
  -- Everything below is made from the tables above and can be made anew.
  CREATE TABLE release (id TEXT PRIMARY KEY, version TEXT, date TEXT, position INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT;
  CREATE TABLE service (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    uid TEXT,
    -- The inputs that it was made from: where these are the same, there is nothing to make anew.
    made_from TEXT NOT NULL,
    state TEXT NOT NULL,
    since TEXT NOT NULL,
    sum INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE service_release (
    service TEXT NOT NULL,
    release TEXT NOT NULL,
    status TEXT NOT NULL,
    counts TEXT NOT NULL,
    sources TEXT NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (service, release)
  ) STRICT, WITHOUT ROWID;
  -- The changes of a service in a release, compressed together: they say much the same.
  CREATE TABLE changes (${countedData}
  CREATE TABLE release_note (service TEXT NOT NULL, release TEXT NOT NULL, category TEXT, text TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
  CREATE INDEX release_note_place ON release_note (service, release);
  -- Changed descriptions of a service in a release, compressed: there are more of them than of all other changes.
  CREATE TABLE documentation_change (${countedData}
`;

/**
 * The columns that a row's checksum covers, in this order: all except numbers that SQLite assigns, and the checksum
 * itself.
 */
export const columns = {
  meta: ['key', 'value'],
  input: [
    'hash',
    'service',
    'version',
    'date',
    'dialect',
    'complete',
    'presence',
    'snapshot',
    'stated',
    'spec',
    'origin',
    'repository',
    'unsure',
    'parser',
  ],
  blob: ['hash', 'data', 'depth', 'base', 'copies'],
  repository: ['id', 'name', 'models'],
  walked: ['repository', 'version', 'date', 'time', 'predecessor'],
  coverage: ['repository', 'services', 'releases'],
  unread: ['repository', 'service', 'version', 'object', 'kind', 'why'],
  stage: ['service', 'plan', 'data'],
  note: ['hash', 'version', 'date', 'category', 'service', 'text', 'repository'],
  release: ['id', 'version', 'date', 'position'],
  service: ['id', 'title', 'uid', 'made_from', 'state', 'since'],
  service_release: ['service', 'release', 'status', 'counts', 'sources'],
  changes: ['service', 'release', 'count', 'data'],
  release_note: ['service', 'release', 'category', 'text'],
  documentation_change: ['service', 'release', 'count', 'data'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A table whose rows have checksums: all tables have them. */
export type Table = keyof typeof columns;

/** Tables with ingested content. The other tables are made from these. */
export const takenIn: ReadonlySet<Table> = new Set([
  'meta',
  'input',
  'blob',
  'repository',
  'walked',
  'coverage',
  'unread',
  'note',
]);
