/** A text during its reading, and a part of it: every reader of lines needs both. */
import type { Ledger, Lines } from './lines.ts';
import type { Messages } from './messages.ts';

/** A text during its reading. */
export interface TextReading {
  readonly lines: Lines;
  /** The state of each line. */
  readonly ledger: Ledger;
  readonly messages: Messages;
}

/** Some lines of it: from `first` up to `end`, without `end`. */
export interface TextPart extends TextReading {
  readonly first: number;
  readonly end: number;
}
