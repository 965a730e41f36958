/** What sources show of a service at one release, and which of them has priority. */
import type { Service, StatedChange } from '../../model/index.ts';
import { type DialectId, dialectOf } from '../../parse/index.ts';
import type { Presence } from '../ingest/presence.ts';
import type { Release } from '../types.ts';

/** What one source shows of the service at one release. */
export interface SourceSnapshot {
  readonly dialect: DialectId;
  readonly snapshot: string;
  readonly service: Service;
  readonly stated: readonly StatedChange[] | null;
}

/** What sources show at one release. No snapshot means: a source that shows every service does not show this one. */
export interface ReleaseStep {
  readonly release: Release;
  readonly views: readonly SourceSnapshot[];
  /** Whether some source at this release shows every service. */
  readonly complete: boolean;
  /** What a walk through a repository knows for sure; other sources give `shown`. */
  readonly presence: Presence;
  /** Whether releases just before it were not walked: what is new in it may be older. */
  readonly unsure: boolean;
}

/** The name that people use for the source of a snapshot. */
export function sourceOf({ dialect }: Pick<SourceSnapshot, 'dialect'>): string {
  return dialectOf(dialect).label;
}

/**
 * The richer dialect has priority, then the snapshot that shows more: a single page never comes before the tree that
 * contains it.
 */
export function richestFirst(a: SourceSnapshot, b: SourceSnapshot): number {
  const byDialect = dialectOf(b.dialect).richness - dialectOf(a.dialect).richness;
  const bySize = b.service.operations.length - a.service.operations.length;
  return byDialect || bySize || (a.snapshot < b.snapshot ? -1 : 1);
}

/** Whether a page says that the service is new. */
export function statesAdded(view: SourceSnapshot): boolean {
  return view.stated?.some(({ kind }) => kind === 'service-added') === true;
}
