/** The kind of a page, by its address: a test and screenshots use one page of each kind. */
import { siteFolders } from '../src/view/site/urls.ts';

/** `services/elbv2/CreateListener/history/` has the kind `services/…/…/history`. */
export function pageKind(address: string): string {
  const parts = address.split('/').filter(Boolean);
  const [top, second = ''] = parts;
  return parts
    .map((part, at) => {
      if (siteFolders.has(part)) return part;
      // Lists of shapes are named after the beginning of their names; the page of one shape has its whole name.
      if (parts[at - 1] === 'shapes') return part.length < 3 ? 'list' : 'shape';
      // A month and a service in a release are pages of different kinds.
      return top === 'releases' && /^\d{4}$/.test(second) ? 'date' : '…';
    })
    .join('/');
}
