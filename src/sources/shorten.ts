/** Shortens long lists of unread files to a few examples. */
import type { Skipped } from './tree.ts';

/** How many files of one reason and one extension are named. */
const named = 3;

/** Names the first files of each kind and counts the others: a wheel has 433 files of endpoint rules. */
export function shorten(skipped: readonly Skipped[]): Skipped[] {
  const groups = Map.groupBy(skipped, ({ name, reason }) => `${reason}\0${/\.[^./]*$/.exec(name)?.[0] ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    if (group.length <= named + 1) return group;
    const { name = '', reason = '' } = group[named] ?? {};
    return [...group.slice(0, named), { name, reason: `${reason} (and ${group.length - named - 1} more)` }];
  });
}
