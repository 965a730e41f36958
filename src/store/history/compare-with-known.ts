/** Compares a snapshot of a service with its known state. Each operation may come from another, earlier snapshot. */
import { compareServices, formerNames, type Unchanged } from '../../diff/index.ts';
import { append, type Change, type Service } from '../../model/index.ts';
import type { CurrentOperation } from './current-operation.ts';
import { partialFacts } from './known-changes.ts';
import type { ShapesOfTwo } from './last-unchanged.ts';
import { type SourceSnapshot, sourceOf } from './source-snapshots.ts';

/** The known state of a service, and how to compare with it. */
export interface Known {
  /** Whether a richer snapshot of the same release was taken before. */
  readonly also: boolean;
  /** The release of the snapshot. */
  readonly release: string;
  readonly operations: ReadonlyMap<string, CurrentOperation>;
  /** The states of the operations, by snapshot. */
  readonly services: ReadonlyMap<string, Service>;
  /** The state that was shown last. */
  readonly head: SourceSnapshot | undefined;
  /** The version of the release, if it has one: the SDK's later customizations do not hold for it. */
  readonly version: string | null;
  /** What two states have in common. */
  between(shapes: ShapesOfTwo): Unchanged;
}

/** What changed. */
export function compareWithKnown(view: SourceSnapshot, known: Known): Change[] {
  const { also, release, operations, services, head, version, between } = known;
  const source = sourceOf(view);
  const ofVersion = version === null ? {} : { version };
  const bySnapshot = new Map<string, string[]>();
  for (const [name, current] of operations) {
    if (current.removedIn !== null) continue;
    // Two sources of one kind that contradict each other in one release: the first is the state, and nothing changed.
    if (also && current.asOf === release && current.source === source) continue;
    const names = bySnapshot.get(current.snapshot) ?? [];
    names.push(name);
    bySnapshot.set(current.snapshot, names);
  }
  const living = [...operations.values()].filter(({ removedIn }) => removedIn === null);
  const former = formerNames(
    living.map(({ operation }) => operation),
    view.service.operations,
  );
  // A renamed operation is the same one: its known state is that under the old name.
  const oldName = (name: string) => former.get(name) ?? name;
  const changes: Change[] = [];
  for (const [snapshot, names] of bySnapshot) {
    const before = services.get(snapshot);
    if (before === undefined) continue;
    const isHead = head !== undefined && snapshot === head.snapshot && !also;
    const own = new Set(names);
    const old = {
      ...before,
      operations: before.operations.filter(({ name }) => own.has(name)),
      ...(isHead ? {} : { facts: partialFacts(before) }),
    };
    // Only the state that was shown last decides which operations are new; the others say how their operations were.
    const others = new Set([...bySnapshot].filter(([other]) => other !== snapshot).flatMap(([, all]) => all));
    const now = isHead
      ? { ...view.service, operations: view.service.operations.filter(({ name }) => !others.has(oldName(name))) }
      : {
          ...view.service,
          facts: partialFacts(view.service),
          operations: view.service.operations.filter(({ name }) => own.has(oldName(name))),
        };
    append(
      changes,
      compareServices(old, now, { ...ofVersion, unchanged: between({ before: old.shapes, after: now.shapes }) })
        ?.changes ?? [],
    );
  }
  return changes;
}
