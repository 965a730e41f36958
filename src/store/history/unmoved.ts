/** What a state has in common with the one before, as the since graph asks for it. */
import type { Service } from '../../model/index.ts';
import type { Unmoved } from '../since/grow-nodes.ts';
import type { LastUnchanged } from './last-unchanged.ts';

/** What says the same as in a state before; undefined where that shows more of its shapes, or less. */
export function unmovedSince(before: Service | undefined, now: Service, last: LastUnchanged): Unmoved | undefined {
  if (before === undefined || before.facts.includes('key-types') !== now.facts.includes('key-types')) return undefined;
  const unchanged = last.between(before.shapes, now.shapes);
  const known = new Map(before.operations.map((operation) => [operation.name, operation]));
  return {
    hasShape: (id) => unchanged.has(id, id, false),
    hasOperation: (operation) => {
      const was = known.get(operation.name);
      return was !== undefined && unchanged.hasOperation(was, operation, false);
    },
  };
}
