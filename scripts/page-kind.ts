/** Of which kind a page is, by its address: a test and pictures take one page of each kind. */
import { siteFolders } from '../src/view/site/urls.ts';

/** `services/elbv2/CreateListener/history/` is of the kind `services/…/…/history`. */
export function pageKind(address: string): string {
  const parts = address.split('/').filter(Boolean);
  const [top, second = ''] = parts;
  return parts
    .map((part, at) => {
      if (siteFolders.has(part)) return part;
      // Lists of shapes are called by how names begin; a shape with a page of its own has its whole name.
      if (parts[at - 1] === 'shapes') return part.length < 3 ? 'list' : 'shape';
      // A month is a page of another kind than a service in a release.
      return top === 'releases' && /^\d{4}$/.test(second) ? 'date' : '…';
    })
    .join('/');
}
