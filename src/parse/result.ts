/** The result of every parser: a value that is always usable, and messages about the parts that it could not place. */
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
  /** ISO day, or ISO month. */
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
  /**
   * The numbering of the versions around the document: boto3's own documentation and notes use other numbers than
   * botocore's.
   */
  readonly numbering: 'botocore' | 'boto3';
  /** The version and the day that the document states. */
  readonly version: string | null;
  readonly date: string | null;
  readonly messages: readonly VFileMessage[];
  /** Lines without a fact, counted by the pattern that names them. */
  readonly boilerplate: Readonly<Record<string, number>>;
  /** The positions of operations and fields; empty unless they are requested. */
  readonly positions: Positions;
}
