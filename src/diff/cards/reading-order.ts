/**
 * The order in which readers meet changes: by kind, then by place and by name. Stored changes stand in the order of
 * hashes, and no reader of them has both models, so names are the only order that pages, feeds and commands can share.
 */
import type { Change } from '../../model/index.ts';
import { compareNames } from './name-order.ts';

/** Things in the order of their changes. */
export function inReadingOrder<T>(things: readonly T[], changeOf: (thing: T) => Change): readonly T[] {
  return things.length < 2 ? things : [...things].sort((a, b) => compareChanges(changeOf(a), changeOf(b)));
}

function compareChanges(a: Change, b: Change): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  const [here, there] = [a.places[0], b.places[0]];
  return (
    compareNames(here?.operation ?? '', there?.operation ?? '') ||
    compareNames(here?.direction ?? '', there?.direction ?? '') ||
    compareNames(here?.path ?? '', there?.path ?? '') ||
    compareNames(a.value, b.value)
  );
}
