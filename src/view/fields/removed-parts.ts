/** What an operation had once and does not have any more: fields, values, errors, with the releases of their life. */
import type { RemovedPart } from '../../store/types.ts';
import { releaseUrl, type Site } from '../site/site.ts';
import { releaseOrder, sinceIndex } from './since-view.ts';

export interface RemovedPartView {
  /** `value`: of the enum `of`. */
  readonly what: 'field' | 'value' | 'error';
  readonly name: string;
  readonly of: string | null;
  readonly direction: 'request' | 'response' | null;
  /** Null where nobody knows. */
  readonly since: string | null;
  readonly removedIn: { readonly label: string; readonly url: string };
}

/** Parts that one page lists; a page is no archive. */
const maxListed = 60;

/** What was removed from an operation, the last removed first, and how many more there are than are listed. */
export function removedPartViews(
  site: Site,
  service: string,
  operation: string,
): { readonly parts: readonly RemovedPartView[]; readonly more: number } {
  const found = sinceIndex(site, service).removedParts(operation);
  const order = found.length === 0 ? undefined : releaseOrder(site);
  const age = ({ removedIn }: RemovedPart) => order?.get(removedIn.release.id) ?? 0;
  const sorted = [...found].sort((a, b) => age(a) - age(b));
  return {
    parts: sorted.slice(0, maxListed).map(({ direction, path, value, since, removedIn }) => ({
      what: direction === null ? 'error' : value === null ? 'field' : 'value',
      name: value ?? path,
      of: direction === null || value === null ? null : path,
      direction,
      since: since === null ? null : `${since.release.id}${since.orEarlier ? ' or earlier' : ''}`,
      removedIn: { label: removedIn.release.id, url: releaseUrl(site, removedIn.release, service) },
    })),
    more: Math.max(sorted.length - maxListed, 0),
  };
}
