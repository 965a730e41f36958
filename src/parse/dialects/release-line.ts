/** Where the releases of a dialect come from: whose they are, when they came out, and how a repository keeps them. */
import type { Document, ParseResult } from '../result.ts';

/** The releases of one product. Several dialects may describe the same. */
export interface ReleaseLine {
  /** What names of items in feeds begin with. Readers know by them what they have shown: it never changes. */
  readonly feedName: string;
  /** What a release is called by each number that it has: `botocore 1.13.21`, `boto3 1.10.21`; none for what is no version of it. */
  numbersOf(version: string): readonly string[];
  /** `[minor version, day of its first release]`, in order: they put versions without a day among releases that have only one. */
  readonly minorReleases: readonly (readonly [version: string, day: string])[];
  /** What every page says of itself: whose APIs these are, and whose words. */
  readonly about: About;
}

/** Whose APIs documents describe, and whose the descriptions are. */
export interface About {
  /** `AWS`: whose APIs they are. */
  readonly subject: string;
  /** `botocore`: what has the releases. */
  readonly product: string;
  /** `an Amazon site`: what a site made from it is not. */
  readonly not: string;
  readonly texts: TextRights;
}

/** Whose words the descriptions are, and under which terms they may be shown. */
export interface TextRights {
  /** `Amazon`. */
  readonly owner: string;
  /** The name of the licence, as SPDX writes it. */
  readonly licence: string;
  /** The notice that has to go with the texts. */
  readonly notice: string;
}

/** What a file of a model is. */
export type ModelRole = 'service' | 'paginators' | 'waiters' | 'examples' | 'endpoint-rules' | 'extras';

/** A path that belongs to a model. */
export interface ModelPath {
  readonly role: ModelRole;
  /** The folder that the files of one API version share, with the API version: `botocore/data/elbv2/2015-12-01`. */
  readonly unit: string;
  readonly service: string;
  readonly apiVersion: string;
  /** As today's layout names it, inside the service: `2015-12-01/paginators-1.json`. */
  readonly path: string;
}

/** How tags name releases. */
export interface TagNames {
  /** The version that a tag names; undefined for a tag that is no release. */
  versionOf(tag: string): string | undefined;
  /** What the tag of a release may be called, of which one is known. */
  otherName(tag: string): string;
}

/** Where a tree has the notes of releases. */
export interface NoteFiles {
  /** The folder with a file for each release. */
  readonly folder: string;
  isNote(path: string): boolean;
  /** The file of one release. */
  fileOf(version: string): string;
  /** The file with all of them. */
  readonly changelog: string;
  parse(documents: readonly Document[]): ParseResult['notes'];
}

/** A repository whose tags are releases, with models in their trees. */
export interface RepositoryLayout {
  /** The folder of all models, from the top of a tree. */
  readonly folder: string;
  /** Places a path in the layouts that the models ever had; undefined where it has the shape of none. */
  modelPathOf(path: string): ModelPath | undefined;
  /** Why a file of the folder that has no place is not read. */
  reasonNotRead(path: string): string;
  readonly tags: TagNames;
  readonly notes: NoteFiles;
}
