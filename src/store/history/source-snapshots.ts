/** What sources show of a service at one release, and which of them goes first. */
import type { Service, StatedChange } from '../../model/index.ts';
import { type DialectId, dialectOf } from '../../parse/index.ts';
import type { Presence } from '../ingest/presence.ts';
import type { Release } from '../types.ts';

/** One source's view of the service at one release. */
export interface SourceSnapshot {
  readonly dialect: DialectId;
  readonly snapshot: string;
  readonly service: Service;
  readonly stated: readonly StatedChange[] | null;
}

/** What sources show at one release; no view where a source that shows every service does not show this one. */
export interface ReleaseStep {
  readonly release: Release;
  readonly views: readonly SourceSnapshot[];
  /** Whether some source at this release shows every service that there is. */
  readonly complete: boolean;
  /** What a walk through a repository knows for sure; `shown` says nothing. */
  readonly presence: Presence;
  /** Whether releases just before it were not walked: what is new in it may be older. */
  readonly unsure: boolean;
}

/** What people call the source of a view. */
export function sourceOf({ dialect }: Pick<SourceSnapshot, 'dialect'>): string {
  return dialectOf(dialect).label;
}

/** The dialect that tells more goes first, then by how much a view shows: a loose page never goes before the tree that it is part of. */
export function richestFirst(a: SourceSnapshot, b: SourceSnapshot): number {
  const byDialect = dialectOf(b.dialect).richness - dialectOf(a.dialect).richness;
  const bySize = b.service.operations.length - a.service.operations.length;
  return byDialect || bySize || (a.snapshot < b.snapshot ? -1 : 1);
}

/** Whether a page says that the service is new. */
export function statesAdded(view: SourceSnapshot): boolean {
  return view.stated?.some(({ kind }) => kind === 'service-added') === true;
}
