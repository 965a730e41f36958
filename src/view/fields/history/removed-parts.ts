/** Fields, values and errors that were removed from an operation, with the releases that added and removed them. */
import { compareNames } from '../../../diff/catalogue.ts';
import type { RemovedPart } from '../../../store/types.ts';
import { releaseUrl, type Site } from '../../site/site.ts';
import { releaseOrder, sinceIndex } from '../since-view.ts';

export interface RemovedPartView {
  /** `value`: of the enum named in `of`. */
  readonly what: 'field' | 'value' | 'error';
  /** Several where all else is the same of them. */
  readonly names: readonly string[];
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
    parts: together(
      sorted.slice(0, maxListed).map(({ direction, path, value, since, removedIn }) => ({
        what: direction === null ? 'error' : value === null ? 'field' : 'value',
        names: [value ?? path],
        of: direction === null || value === null ? null : path,
        direction,
        since: since === null ? null : `${since.release.id}${since.orEarlier ? ' or earlier' : ''}`,
        removedIn: { label: removedIn.release.id, url: releaseUrl(site, removedIn.release, service) },
      })),
    ),
    more: Math.max(sorted.length - maxListed, 0),
  };
}

/**
 * What came and went together stands in one line: with one each, a page ended in screens of the same words. Names are in
 * the order of the sentences that tell of the removal.
 */
function together(parts: readonly RemovedPartView[]): readonly RemovedPartView[] {
  const groups = Map.groupBy(parts, ({ what, of, direction, since, removedIn }) =>
    JSON.stringify([what, of, direction, since, removedIn.label]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, names: group.flatMap(({ names }) => names).sort(compareNames) }];
  });
}
