/** What a script asks of the anchors of fields: how their paths are taken apart. */
import { insideItems, jmesPath, memberPath } from '../../model/path.ts';
import { fieldAnchor } from './urls.ts';

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

/** What follows the anchor of a structure in that of a member of it. */
export function memberAnchor(name: string): string {
  return fieldAnchor('', memberPath('', name));
}

/** The anchor of a place as pages write it: `request.Listeners[].Port`. */
export function placeAnchor(place: string): string {
  const dot = place.indexOf('.');
  return dot < 0 ? place : fieldAnchor(place.slice(0, dot), place.slice(dot + 1));
}
