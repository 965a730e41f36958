/** What a state has in common with the one before, in the form that the since graph needs. */
import type { Service } from '../../model/index.ts';
import type { Unmoved } from '../since/grow-nodes.ts';
import type { LastUnchanged } from './last-unchanged.ts';

/** The parts that are equal to the state before; undefined if that state shows more or less of its shapes. */
export function unmovedSince(before: Service | undefined, now: Service, last: LastUnchanged): Unmoved | undefined {
  if (before === undefined || before.facts.includes('key-types') !== now.facts.includes('key-types')) return undefined;
  const unchanged = last.between({ before: before.shapes, after: now.shapes });
  const known = new Map(before.operations.map((operation) => [operation.name, operation]));
  return {
    hasShape: (id) => unchanged.has(id, id, false),
    hasOperation: (operation) => {
      const was = known.get(operation.name);
      return was !== undefined && unchanged.hasOperation(was, operation, false);
    },
  };
}
