/** What a dialect is: everything that the rest of the house asks about a kind of source, in one object. Nothing of it may be left out. */
import type { Fact } from '../../model/index.ts';
import type { Document, ParseResult } from '../result.ts';
import type { DialectName } from './dialect-name.ts';
import type { FileLayout, PackageLayout } from './file-layout.ts';
import type { Reading } from './reading.ts';
import type { RepositoryLayout } from './release-line.ts';
import type { Sample } from './sample.ts';

export interface Dialect<Id extends string = string> extends DialectName<Id> {
  /** What is looked for, for people whose document is nothing known. Dialects that are told in one sentence share it. */
  readonly lookedFor: string;
  /** Whether a document is written in it. Where two say yes, the first of the list has it. */
  isWrittenIn(sample: Sample): boolean;
  /** Parses documents that belong together: one page, or all pages of one service, or the files of one model. */
  parse(documents: readonly Document[], reading: Reading): ParseResult;
  readonly facts: StatableFacts;
  /** How its files lie in folders. */
  readonly files: FileLayout;
  /** The installed package that has them; null where none does. */
  readonly package: PackageLayout | null;
  /** How repositories keep their history, for a walk through it; null where none does. */
  readonly repository: RepositoryLayout | null;
}

/** The facts that documents of a dialect can state; both empty where they show no service, only notes. */
export interface StatableFacts {
  /** Of every service that is shown. */
  readonly always: readonly Fact[];
  /** Where the document has the part that states them. */
  readonly sometimes: readonly Fact[];
}
