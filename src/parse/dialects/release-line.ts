/** The releases that the sources of a dialect belong to: their product, their dates, and their repository. */
import type { Document, ParseResult } from '../result.ts';

/** The releases of one product. Several dialects may describe the same product. */
export interface ReleaseLine {
  /** The prefix of the ids of feed items. Feed readers recognise old items by it, so it never changes. */
  readonly feedName: string;
  /**
   * The names of a release, one for each of its numbers: `botocore 1.13.21`, `boto3 1.10.21`; empty for an unknown
   * version.
   */
  numbersOf(version: string): readonly string[];
  /**
   * `[minor version, date of its first release]`, in order: these give versions without a date a place among releases
   * with only a date.
   */
  readonly minorReleases: readonly (readonly [version: string, day: string])[];
  /** The information about owners that every page shows. */
  readonly about: About;
}

/** The owner of the documented APIs, and the owner of the descriptions. */
export interface About {
  /** The owner of the APIs: `AWS`. */
  readonly subject: string;
  /** The product that has the releases: `botocore`. */
  readonly product: string;
  /** A site that is made from it must say that it is not this: `an Amazon site`. */
  readonly not: string;
  readonly texts: TextRights;
}

/** The owner of the descriptions, and the terms for showing them. */
export interface TextRights {
  /** `Amazon`. */
  readonly owner: string;
  /** The name of the licence, as SPDX writes it. */
  readonly licence: string;
  /** The notice that must be shown with the texts. */
  readonly notice: string;
}

/** The role of a file in a model. */
export type ModelRole = 'service' | 'paginators' | 'waiters' | 'examples' | 'endpoint-rules' | 'extras';

/** A path that belongs to a model. */
export interface ModelPath {
  readonly role: ModelRole;
  /** The folder that the files of one API version share, with the API version: `botocore/data/elbv2/2015-12-01`. */
  readonly unit: string;
  readonly service: string;
  readonly apiVersion: string;
  /** The path in today's layout, inside the service: `2015-12-01/paginators-1.json`. */
  readonly path: string;
}

/** The rule for names of releases' tags. */
export interface TagNames {
  /** The version that a tag names; undefined if the tag is not a release. */
  versionOf(tag: string): string | undefined;
  /** The other possible name of a release's tag. */
  otherName(tag: string): string;
}

/** The places of release notes in a tree. */
export interface NoteFiles {
  /** The folder with a file for each release. */
  readonly folder: string;
  isNote(path: string): boolean;
  /** The file of one release. */
  fileOf(version: string): string;
  /** The file with the notes of all releases. */
  readonly changelog: string;
  parse(documents: readonly Document[]): ParseResult['notes'];
}

/** A repository whose tags are releases, with models in their trees. */
export interface RepositoryLayout {
  /** The folder of all models, from the top of a tree. */
  readonly folder: string;
  /** The parts of a model's path, in today's layout or an older one; undefined for any other path. */
  modelPathOf(path: string): ModelPath | undefined;
  /** The reason not to read a file that belongs to no layout. */
  reasonNotRead(path: string): string;
  readonly tags: TagNames;
  readonly notes: NoteFiles;
}
