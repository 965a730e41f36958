/** What the name of a dialect stands for in a store: all that is asked of a source once it was read. It loads no parser. */
import type { ReleaseLine } from './release-line.ts';

export interface DialectName<Id extends string = string> {
  /** Stores keep it: it never changes. */
  readonly id: Id;
  /** What people call a source of it. */
  readonly label: string;
  /** Of two sources of one release the richer one is shown; no two dialects are equally rich. */
  readonly richness: number;
  /** Whose releases it describes, and when these came out. */
  readonly releases: ReleaseLine;
}
