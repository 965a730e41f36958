/** The properties of a dialect that are still needed after a source was parsed. A store loads these, and no parser. */
import type { ReleaseLine } from './release-line.ts';

export interface DialectName<Id extends string = string> {
  /** Never changes, because stores contain it. */
  readonly id: Id;
  /** The name of such a source for people. */
  readonly label: string;
  /** If one release has two sources, the richer one is shown; no two dialects have the same richness. */
  readonly richness: number;
  /** The product whose releases it describes, with their dates. */
  readonly releases: ReleaseLine;
}
