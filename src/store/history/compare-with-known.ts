/** Compares a view of a service with what is known of it: operations come from as many earlier states as showed them last. */
import { compareServices } from '../../diff/index.ts';
import { append, type Change, type Service } from '../../model/index.ts';
import type { CurrentOperation } from './current-operation.ts';
import { partialFacts } from './known-changes.ts';
import type { SourceSnapshot } from './source-snapshots.ts';

/** What changed. `also`: a richer view of the same release was taken before. `services`: the states of the operations, by snapshot. */
export function compareWithKnown(
  view: SourceSnapshot,
  also: boolean,
  operations: ReadonlyMap<string, CurrentOperation>,
  services: ReadonlyMap<string, Service>,
  head: SourceSnapshot | undefined,
): Change[] {
  const bySnapshot = new Map<string, string[]>();
  for (const [name, current] of operations) {
    if (current.removedIn !== null) continue;
    const names = bySnapshot.get(current.snapshot) ?? [];
    names.push(name);
    bySnapshot.set(current.snapshot, names);
  }
  const changes: Change[] = [];
  for (const [snapshot, names] of bySnapshot) {
    const before = services.get(snapshot);
    if (before === undefined) continue;
    const isHead = head !== undefined && snapshot === head.snapshot && !also;
    const known = new Set(names);
    const old = {
      ...before,
      operations: before.operations.filter(({ name }) => known.has(name)),
      ...(isHead ? {} : { facts: partialFacts(before) }),
    };
    // The state that was shown last also says which operations are new; the others only how theirs were.
    const others = new Set([...bySnapshot].filter(([other]) => other !== snapshot).flatMap(([, all]) => all));
    const now = isHead
      ? { ...view.service, operations: view.service.operations.filter(({ name }) => !others.has(name)) }
      : {
          ...view.service,
          facts: partialFacts(view.service),
          operations: view.service.operations.filter(({ name }) => known.has(name)),
        };
    append(changes, compareServices(old, now)?.changes ?? []);
  }
  return changes;
}
