/** A text that is being read, and a part of it: what every reader of lines needs. */
import type { Ledger, Lines } from './lines.ts';
import type { Messages } from './messages.ts';

/** A text that is being read. */
export interface TextReading {
  readonly lines: Lines;
  /** What became of each line. */
  readonly ledger: Ledger;
  readonly messages: Messages;
}

/** Some lines of it: from `first` up to, not with, `end`. */
export interface TextPart extends TextReading {
  readonly first: number;
  readonly end: number;
}
