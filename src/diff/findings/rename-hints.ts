/** Hints at renames: a name that went and one that came at the same place, the same but for case or a small edit. */
import { type Change, lastName, type Place, parentPath } from '../../model/index.ts';

/** What went, and what may have come instead. */
const pairs: readonly (readonly [removed: string, added: readonly string[]])[] = [
  ['field-removed', ['field-added', 'required-field-added']],
  ['enum-value-removed', ['enum-value-added']],
  ['operation-removed', ['operation-added']],
  ['error-removed', ['error-added']],
  ['waiter-removed', ['waiter-added']],
  ['paginator-removed', ['paginator-added']],
];
/** Longer lists of candidates are no renames, and what is longer is no name. */
const maxNames = 200;
const longestName = 200;

/** The changes, with a hint on both halves of what looks like a rename. Both changes stay. */
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

/** Where the name stands: of a field the structure around it, of everything else the place itself. */
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

/** Equal but for case and punctuation, or a few letters apart. */
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

/** Whether so many insertions, deletions and substitutions of letters are enough to get from one to the other. */
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
