/** The write door of the store: takes sources in, walks repositories, keeps what readers see fit for the rules of today. */
export { Database } from './database.ts';
export type { DeriveReport } from './derive.ts';
export { refuseDamaged } from './find-damage.ts';
export { type IngestProgress, type IngestReport, ingest, parseUnit } from './ingest.ts';
export { isStale, refresh } from './refresh.ts';
export { repair } from './repair.ts';
export { type WalkOptions, type WalkProgress, type WalkReport, walk } from './walk/walk.ts';
