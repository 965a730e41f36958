/** Splits and builds the anchors of fields, for scripts in the browser. */
import { insideItems, jmesPath, memberPath } from '../../model/path.ts';
import { fieldAnchor } from './urls.ts';

/** Splits an anchor: `request.Listeners[].Port`. */
export function anchorParts(anchor: string): {
  readonly root: string;
  readonly path: string;
  readonly jmesPath: string;
} {
  const dot = anchor.indexOf('.');
  const path = anchor.slice(dot + 1);
  return { root: anchor.slice(0, dot), path, jmesPath: jmesPath(path) };
}

/** The path of a field on the page of a part: without the step into the items of a list or the values of a map. */
export function pathOnPart(rest: string): string {
  return insideItems(rest);
}

/** The end that a member adds to the anchor of its structure. */
export function memberAnchor(name: string): string {
  return fieldAnchor('', memberPath('', name));
}

/** The anchor of a place as pages write it: `request.Listeners[].Port`. */
export function placeAnchor(place: string): string {
  const dot = place.indexOf('.');
  return dot === -1 ? place : fieldAnchor(place.slice(0, dot), place.slice(dot + 1));
}
