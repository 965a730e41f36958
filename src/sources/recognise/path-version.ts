/** The version in the names of folders: `rst/1.40.72/reference/services/elbv2.rst`. */

import { isVersion, plainVersion } from '../../model/versions.ts';
import type { Tree } from '../tree.ts';

/**
 * How many folders above the named path are searched: `1.40.72/reference/services/elbv2/client` and one more. A version
 * further up is chance.
 */
const reach = 6;

/** The nearest folder above an entry whose name is a version; null if there is none. */
export function versionOfPath(tree: Tree, path: string): string | null {
  const inside = path.split('/').slice(0, -1);
  const near = [...tree.above.slice(-reach), ...inside].reverse().find(isVersion);
  return near === undefined ? null : plainVersion(near);
}
