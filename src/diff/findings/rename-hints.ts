/** Hints at renames: a removed and an added name at the same place that differ only in case or in a few letters. */
import { type Change, lastName, type Place, parentPath } from '../../model/index.ts';

/** The kind of a removal, and the kinds of additions that may replace it. */
const pairs: readonly (readonly [removed: string, added: readonly string[]])[] = [
  ['field-removed', ['field-added', 'required-field-added']],
  ['enum-value-removed', ['enum-value-added']],
  ['operation-removed', ['operation-added']],
  ['error-removed', ['error-added']],
  ['waiter-removed', ['waiter-added']],
  ['paginator-removed', ['paginator-added']],
];
/** Longer lists of candidates are not renames, and a longer text is not a name. */
const maxNames = 200;
const longestName = 200;

/** The changes, with a hint on both halves of a probable rename. Both changes stay. */
export function addHints(changes: readonly Change[]): readonly Change[] {
  const hints = new Map<Change, string>();
  for (const [removedKind, addedKinds] of pairs) {
    const removed = changes.filter(({ kind }) => kind === removedKind);
    if (removed.length === 0) continue;
    const added = Map.groupBy(
      changes.filter(({ kind }) => addedKinds.includes(kind)),
      aroundOf,
    );
    for (const one of removed) {
      const candidates = added.get(aroundOf(one)) ?? [];
      if (candidates.length > maxNames) continue;
      const [like, ...others] = candidates.filter((change) => areAlike(changedName(one), changedName(change)));
      if (like === undefined || others.length > 0 || hints.has(like)) continue;
      hints.set(one, changedName(like));
      hints.set(like, changedName(one));
    }
  }
  if (hints.size === 0) return changes;
  return changes.map((change) => {
    const hint = hints.get(change);
    return hint === undefined ? change : { ...change, hint };
  });
}

/** The surroundings of the name: for a field its parent structure, for everything else the place itself. */
function aroundOf(change: Change): string {
  const { operation, direction, path } = change.places[0] as Place;
  if (change.kind.startsWith('operation-')) return '';
  const around = change.kind.includes('field') ? parentPath(path) : path;
  return `${operation}\n${direction}\n${around}`;
}

function changedName(change: Change): string {
  if (change.value !== '') return change.value;
  const { operation, path } = change.places[0] as Place;
  return lastName(path) ?? operation ?? '';
}

/** Whether two names differ only in case, punctuation or a few letters. */
function areAlike(a: string, b: string): boolean {
  if (a.length > longestName || b.length > longestName) return false;
  const [plainA, plainB] = [plain(a), plain(b)];
  if (plainA === plainB && plainA !== '') return true;
  const allowed = Math.floor(Math.min(plainA.length, plainB.length) / 4);
  // Names that differ in a number are a series, not a rename.
  if (a.replace(/\d+/g, '') === b.replace(/\d+/g, '')) return false;
  return allowed > 0 && distanceWithin(plainA, plainB, Math.min(allowed, 3));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether at most `max` insertions, deletions and substitutions of letters turn one into the other. */
function distanceWithin(a: string, b: string, max: number): boolean {
  if (Math.abs(a.length - b.length) > max) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const here = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      next.push(here);
      least = Math.min(least, here);
    }
    if (least > max) return false;
    row = next;
  }
  return (row[b.length] as number) <= max;
}
