/** What a script asks of the anchors of fields: how their paths are taken apart. */
import { insideItems, jmesPath } from '../../model/path.ts';

/** An anchor, taken apart: `request.Listeners[].Port`. */
export function anchorParts(anchor: string): {
  readonly root: string;
  readonly path: string;
  readonly jmesPath: string;
} {
  const dot = anchor.indexOf('.');
  const path = anchor.slice(dot + 1);
  return { root: anchor.slice(0, dot), path, jmesPath: jmesPath(path) };
}

/** What is left of a path on the page that has the items of a list, or the values of a map. */
export function pathOnPart(rest: string): string {
  return insideItems(rest);
}
