/** What sources show of a service at one release, and which of them goes first. */
import type { Service, StatedChange } from '../../model/index.ts';
import type { Dialect } from '../../parse/index.ts';
import type { Presence } from '../ingest/inputs.ts';
import type { Release } from '../types.ts';

/** One source's view of the service at one release. */
export interface SourceSnapshot {
  readonly dialect: Dialect;
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

/** From the richest source to the poorest. */
const richness: readonly Dialect[] = [
  'service-model',
  'reference-rst',
  'reference-text',
  'changelog-html',
  'changelog-text',
  'changelog-flat',
  'release-notes',
];

/** What people call a source of a dialect. */
export const sourceLabels: Readonly<Record<Dialect, string>> = {
  'service-model': 'service model',
  'reference-rst': 'documentation',
  'reference-text': 'documentation (text)',
  'changelog-html': 'changelog page',
  'changelog-text': 'changelog page (text)',
  'changelog-flat': 'changelog page (flattened text)',
  'release-notes': 'release notes',
};

/** By dialect, then by how much a view shows: a loose page never goes before the tree that it is part of. */
export function richestFirst(a: SourceSnapshot, b: SourceSnapshot): number {
  const byDialect = richness.indexOf(a.dialect) - richness.indexOf(b.dialect);
  const bySize = b.service.operations.length - a.service.operations.length;
  return byDialect || bySize || (a.snapshot < b.snapshot ? -1 : 1);
}

/** Whether a page says that the service is new. */
export function statesAdded(view: SourceSnapshot): boolean {
  return view.stated?.some(({ kind }) => kind === 'service-added') === true;
}
