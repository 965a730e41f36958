/**
 * Changed documentation of a service, apart from its other changes: the same kind of source used other words before.
 */
import { compareServices, formerNames, proseReader } from '../../diff/index.ts';
import { append, type Change, type Service } from '../../model/index.ts';
import { readProse, wordsOfHtml } from '../../parse/index.ts';
import { pack } from '../packing/blobs.ts';
import type { CurrentOperation } from './current-operation.ts';
import { partialFacts } from './known-changes.ts';
import type { LastUnchanged } from './last-unchanged.ts';
import { type SourceSnapshot, sourceOf } from './source-snapshots.ts';

/** Changed descriptions, packed immediately: they are long, and wait until the whole history is made. */
export interface Described {
  readonly count: number;
  /** The changes as the store packs them, in base 64: a history is sent between threads as JSON. */
  readonly data: string;
}

/**
 * The descriptions that differ between a snapshot and the states that showed its operations last. A model and the
 * documentation made from it use different words: only descriptions from the same kind of source are compared.
 */
export function compareDescriptions(
  view: SourceSnapshot,
  operations: ReadonlyMap<string, CurrentOperation>,
  services: ReadonlyMap<string, Service>,
  unchanged: LastUnchanged,
): Described | null {
  const bySnapshot = new Map<string, Set<string>>();
  for (const [name, { removedIn, snapshot, source }] of operations) {
    if (removedIn !== null || source !== sourceOf(view) || snapshot === view.snapshot) continue;
    const names = bySnapshot.get(snapshot) ?? new Set();
    names.add(name);
    bySnapshot.set(snapshot, names);
  }
  const living = [...operations.values()].filter(({ removedIn }) => removedIn === null);
  const former = formerNames(
    living.map(({ operation }) => operation),
    view.service.operations,
  );
  const found: Change[] = [];
  // A reader remembers what it read: this one is dropped after use.
  const prose = proseReader(readProse, wordsOfHtml);
  for (const [snapshot, names] of bySnapshot) {
    const before = services.get(snapshot);
    if (before === undefined) continue;
    const part = (service: Service, nameOf: (name: string) => string) => ({
      ...service,
      facts: bySnapshot.size === 1 ? service.facts : partialFacts(service),
      operations: service.operations.filter(({ name }) => names.has(nameOf(name))),
    });
    // A renamed operation is the same one: its description is compared with that under the old name.
    const [old, now] = [part(before, (name) => name), part(view.service, (name) => former.get(name) ?? name)];
    const common = unchanged.between({ before: before.shapes, after: view.service.shapes });
    const options = { documentation: 'only', prose, unchanged: common } as const;
    append(found, compareServices(old, now, options)?.changes ?? []);
  }
  return found.length === 0 ? null : { count: found.length, data: Buffer.from(pack(found).data).toString('base64') };
}
