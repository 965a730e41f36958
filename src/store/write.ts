/**
 * The write door of the store: ingests sources, walks repositories, and remakes the readers' tables after the rules
 * change.
 */
export { Database } from './database/database.ts';
export { refuseDamaged } from './database/find-damage.ts';
export { repair } from './database/repair.ts';
export { lockFile } from './database/store-lock.ts';
export type { DeriveReport } from './ingest/derive.ts';
export { type IngestProgress, type IngestReport, ingest, parseUnit } from './ingest/ingest.ts';
export { mergeParts } from './ingest/merge-parts.ts';
export { isStale, refresh } from './ingest/refresh.ts';
export { type AskedPart, checkPart } from './walk/part.ts';
export { type WalkOptions, type WalkProgress, type WalkReport, walk } from './walk/walk.ts';
