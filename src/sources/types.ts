/** The types of sources: units to parse, each with the version, date and completeness that its surroundings state. */
import type { DialectId } from '../parse/dialects/index.ts';
import type { SourceAbout } from './about-file.ts';

/** A document that is read only when it is needed. */
export interface SourceFile {
  /** Its name in messages: the path as the user would write it, `archive.zip:member` inside an archive. */
  readonly name: string;
  /** Its path inside the unit: `2015-12-01/paginators-1.json`. */
  readonly path: string;
  /** Bytes; undefined if they are unknown before reading. */
  readonly size: number | null;
  read(): Promise<string>;
}

/**
 * The smallest thing that is parsed by itself: one page or document, all pages of one service in a reference tree, or
 * the JSON files of one API version of a service.
 */
export interface SourceUnit {
  readonly dialect: DialectId;
  /** The service's folder name, if the layout has one: of a model, or of a reference tree. */
  readonly service: string | null;
  /**
   * `1.40.73`, from `--as`, a tag, or the name of a folder or wheel; null if nothing outside the document states it.
   */
  readonly version: string | null;
  /** Whether a user named the version: then it is a version of botocore, for all documents. */
  readonly isNamed: boolean;
  /** ISO day, from `--date` or a commit; null if nothing outside the document states it. */
  readonly date: string | null;
  /** Whether the snapshot of the unit contains every service. */
  readonly complete: boolean;
  readonly files: readonly SourceFile[];
}

/** Something that can be ingested. Units of one version stand together, older versions first. */
export interface Source {
  /** The name that the user wrote. */
  readonly spec: string;
  readonly units: readonly SourceUnit[];
  /** Whether its units show every service; also those that the options leave out. */
  readonly complete: boolean;
  /** Files that are not sources, with a description of the expected documents. */
  readonly unknown: readonly { readonly name: string; readonly reason: string }[];
  /** What it states about itself; null if it states nothing. */
  readonly about: SourceAbout | null;
  /**
   * The part of these files whose content is unknown: links, and members that are encrypted or lead out of their
   * archive.
   */
  readonly passedOver: readonly { readonly name: string; readonly reason: string }[];
  /** Closes the resources of the source: child processes, temporary files. */
  close(): Promise<void>;
}

/** Options of a command line for every source. */
export interface SourceOptions {
  /** The version of a single source. */
  readonly as?: string;
  /** The date of a single source, ISO. */
  readonly date?: string;
  /** States that the source contains every service. */
  readonly complete?: boolean;
  /** Reads only these services. */
  readonly services?: readonly string[];
  /** Reads every API version of a service, not only the newest. */
  readonly allApiVersions?: boolean;
}

/** Input that cannot be read: the command prints the sentence and ends with exit code 2. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}
