/**
 * The definition of a dialect: one object with everything that other modules need to know about a kind of source. No
 * part is optional.
 */
import type { Fact } from '../../model/index.ts';
import type { Document, ParseResult } from '../result.ts';
import type { DialectName } from './dialect-name.ts';
import type { FileLayout, PackageLayout } from './file-layout.ts';
import type { Reading } from './reading.ts';
import type { RepositoryLayout } from './release-line.ts';
import type { Sample } from './sample.ts';

export interface Dialect<Id extends string = string> extends DialectName<Id> {
  /**
   * A description of the expected document, for people whose document is not recognised. Dialects with one description
   * share it.
   */
  readonly lookedFor: string;
  /** Whether a document is written in this dialect. If two dialects recognise it, the first one of the list is used. */
  isWrittenIn(sample: Sample): boolean;
  /** Parses documents that belong together: one page, or all pages of one service, or the files of one model. */
  parse(documents: readonly Document[], reading: Reading): ParseResult;
  readonly facts: StatableFacts;
  /** The places of its files in folders. */
  readonly files: FileLayout;
  /** The installed package that contains such files; null if there is none. */
  readonly package: PackageLayout | null;
  /** The layout of repositories with such files, for a walk through their history; null if there are none. */
  readonly repository: RepositoryLayout | null;
}

/** The facts that documents of a dialect can state; both lists are empty if the documents have only notes. */
export interface StatableFacts {
  /** Facts that are stated of every service. */
  readonly always: readonly Fact[];
  /** Facts that are stated if the document has the part for them. */
  readonly sometimes: readonly Fact[];
}
