/** Text in, model and messages out: every dialect through one door. Never throws on a document. */
import { type DialectId, dialectOf } from './dialects/index.ts';
import { Reading } from './dialects/reading.ts';
import type { ModelMemory } from './models/model-memory.ts';
import type { Document, ParseResult } from './result.ts';

export { type Positions, positionKey } from './build/service-builder.ts';
export { type Dialect, type DialectId, detectDialect, dialectOf, dialects, showsServices } from './dialects/index.ts';
export { aliasesOf } from './known/service-aliases.ts';
export { apiNameOf, identify, type KnownService, type ServiceHints, slugOf } from './known/services.ts';
export { formatPosition, type MessageId, type MessageWeight, messageRules, timesOf } from './messages.ts';
export { ModelMemory } from './models/model-memory.ts';
export { wordsOfHtml } from './prose/html-words.ts';
export { readProse } from './prose/read.ts';
export type { Document, ParsedNote, ParseResult } from './result.ts';

export interface ParseOptions {
  /** The service, if a layout around the documents names it. */
  readonly service?: string | null;
  /** Whether to collect the positions of operations and fields. */
  readonly positions?: boolean;
  /** The memory of reading the state before; for a caller that reads states in order. */
  readonly memory?: ModelMemory;
}

/** Parses documents that belong together: one page, or all pages of one service, or the files of one model. */
export function parseDocuments(
  dialect: DialectId,
  documents: readonly Document[],
  options: ParseOptions = {},
): ParseResult {
  return dialectOf(dialect).parse(
    documents,
    new Reading(options.service ?? null, options.positions === true, options.memory),
  );
}
