/** What a source gives: units to parse, each with what its surroundings tell of version, day and completeness. */
import type { DialectId } from '../parse/dialects/index.ts';
import type { SourceAbout } from './about-file.ts';

/** A document that is read when it is needed. */
export interface SourceFile {
  /** How messages call it: the path as the user would write it, `archive.zip:member` inside an archive. */
  readonly name: string;
  /** Its path inside the unit: `2015-12-01/paginators-1.json`. */
  readonly path: string;
  /** Bytes, where known without reading. */
  readonly size: number | null;
  read(): Promise<string>;
}

/**
 * The smallest thing that is parsed by itself: one page or document, all pages of one service in a reference tree, or
 * the JSON files of one API version of a service.
 */
export interface SourceUnit {
  readonly dialect: DialectId;
  /** The service's folder name, where the layout has one: of a model, of a reference tree. */
  readonly service: string | null;
  /**
   * `1.40.73`, from `--as`, a tag, or the name of a folder or wheel; null if nothing outside the document states it.
   */
  readonly version: string | null;
  /** Whether a user named the version: then its numbers are botocore's, whatever the documents are. */
  readonly isNamed: boolean;
  /** ISO day, from `--date` or a commit; null if nothing outside the document states it. */
  readonly date: string | null;
  /** Whether the snapshot that the unit belongs to shows every service that there is. */
  readonly complete: boolean;
  readonly files: readonly SourceFile[];
}

/** Something that can be ingested. Units of one version stand together, older versions first. */
export interface Source {
  /** As the user named it. */
  readonly spec: string;
  readonly units: readonly SourceUnit[];
  /** Files that were seen and are no source, with what was looked for. */
  readonly unknown: readonly { readonly name: string; readonly reason: string }[];
  /** What it states about itself; null if it states nothing. */
  readonly about: SourceAbout | null;
  /** Of these, what nobody could look into: links, and members that are encrypted or lead out of their archive. */
  readonly passedOver: readonly { readonly name: string; readonly reason: string }[];
  /** Releases what the source holds open: child processes, temporary files. */
  close(): Promise<void>;
}

/** Options that a command line gives to every source. */
export interface SourceOptions {
  /** The version of a lone source. */
  readonly as?: string;
  /** The day of a lone source, ISO. */
  readonly date?: string;
  /** Says that the source shows every service that there is. */
  readonly complete?: boolean;
  /** Only these services. */
  readonly services?: readonly string[];
  /** Every API version of a service, not only the newest. */
  readonly allApiVersions?: boolean;
}

/** Input that cannot be read: the command prints the sentence and ends with exit code 2. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}
