/** What every parser gives: a value that is always usable, and messages about what it could not place. */
import type { VFileMessage } from 'vfile-message';
import type { Api, Prose, StatedChanges } from '../model/index.ts';
import type { Positions } from './build/service-builder.ts';

/** One document. `name` is how messages call it. */
export interface Document {
  readonly name: string;
  readonly text: string;
}

/** What a team wrote about a release, before it is known which service of ours it belongs to. */
export interface ParsedNote {
  readonly version: string | null;
  readonly date: string | null;
  /** `api-change`, `feature`, … as the source names it. */
  readonly category: string | null;
  /** The service as the source names it: `elbv2`, `client-elastic-load-balancing-v2`; null for a note on everything. */
  readonly service: string | null;
  readonly text: Prose;
}

export interface ParseResult {
  readonly api: Api;
  /** Changes that the document itself states: a changelog page. */
  readonly changes: readonly StatedChanges[];
  readonly notes: readonly ParsedNote[];
  /** Whose numbers the versions around the document are: boto3's own documentation and notes have others than botocore's. */
  readonly numbering: 'botocore' | 'boto3';
  /** What the document says of its own version and day. */
  readonly version: string | null;
  readonly date: string | null;
  readonly messages: readonly VFileMessage[];
  /** Lines without a fact, counted by the pattern that names them. */
  readonly boilerplate: Readonly<Record<string, number>>;
  /** Where operations and fields stand; empty unless asked for. */
  readonly positions: Positions;
}
