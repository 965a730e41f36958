/** Fields, values and errors that were removed from an operation, with the releases that added and removed them. */
import type { RemovedPart } from '../../store/types.ts';
import { releaseUrl, type Site } from '../site/site.ts';
import { releaseOrder, sinceIndex } from './since-view.ts';

export interface RemovedPartView {
  /** `value`: of the enum named in `of`. */
  readonly what: 'field' | 'value' | 'error';
  readonly name: string;
  readonly of: string | null;
  readonly direction: 'request' | 'response' | null;
  /** Null where it is unknown. */
  readonly since: string | null;
  readonly removedIn: { readonly label: string; readonly url: string };
}

/** A page lists at most this many removed parts. */
const maxListed = 60;

/** The parts removed from an operation, newest removal first, and the number of parts that are not listed. */
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
