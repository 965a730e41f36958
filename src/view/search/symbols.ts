/**
 * The fields, values and shapes of a service for the search, each with the number of operations that use it and its
 * best place.
 */
import { append, type Direction, hasMembers, type Shape, type ShapeId, stepInto, stepsOf } from '../../model/index.ts';
import type { OperationState, ServiceState } from '../../store/types.ts';

import type { SymbolKind } from './search-format.ts';
import { verbRank } from './verb-rank.ts';

/** The place of a symbol. For the shape of an error, the operation is null. */
export interface SymbolPlace {
  readonly operation: string | null;
  readonly direction: Direction;
  /** Empty for the whole request or response. */
  readonly path: string;
}

export interface ServiceSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The number of operations that use it. */
  readonly uses: number;
  readonly place: SymbolPlace;
}

/** A shape below a request or response, with the path to it. */
interface Visit {
  readonly id: ShapeId;
  readonly shape: Shape;
  readonly above: Visit | null;
  readonly step: string;
  readonly depth: number;
}

interface Best {
  readonly rank: number;
  readonly operation: string;
  readonly direction: Direction;
  readonly visit: Visit;
  readonly step: string | null;
  uses: number;
  lastUse: string;
}

/** All symbols of a service that are not removed, by kind and name. */
export function symbolsOf({ operations }: ServiceState): readonly ServiceSymbol[] {
  const found = { field: new Map<string, Best>(), value: new Map<string, Best>(), shape: new Map<string, Best>() };
  const errors = new Map<string, ServiceSymbol>();
  for (const state of operations) {
    if (state.removedIn !== null) continue;
    const { name } = state.operation;
    for (const { name: error } of state.operation.errors ?? []) {
      const uses = (errors.get(error)?.uses ?? 0) + 1;
      errors.set(error, {
        ...{ kind: 'shape', name: error, uses, place: { operation: null, direction: 'response', path: error } },
      });
    }
    for (const direction of ['request', 'response'] as const) {
      const add = (names: Map<string, Best>, symbol: string, visit: Visit, step: string | null): void => {
        const known = names.get(symbol);
        const depth = visit.depth + (step === null ? 0 : 1);
        const rank = depth * 100 + (direction === 'request' ? 0 : 50) + verbRank(name);
        const uses = (known?.uses ?? 0) + (known?.lastUse === name ? 0 : 1);
        if (known === undefined || rank < known.rank)
          names.set(symbol, { rank, operation: name, direction, visit, step, uses, lastUse: name });
        else {
          known.uses = uses;
          known.lastUse = name;
        }
      };
      for (const visit of visits(state, direction)) {
        const { id, shape } = visit;
        const values = shape.kind === 'string' ? shape.enum : undefined;
        for (const value of values ?? []) add(found.value, value, visit, null);
        if (hasMembers(shape))
          for (const { step, member } of stepsOf(shape)) add(found.field, member.name, visit, step);
        if ((hasMembers(shape) || values !== undefined) && !id.startsWith('~')) add(found.shape, id, visit, null);
      }
    }
  }
  return (['field', 'value', 'shape'] as const).flatMap((kind) => {
    const all = [...found[kind]].map(([name, best]) => symbolOf(kind, name, best));
    if (kind === 'shape') for (const error of errors.values()) if (!found.shape.has(error.name)) all.push(error);
    return all.sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}

function symbolOf(kind: SymbolKind, name: string, { uses, operation, direction, visit, step }: Best): ServiceSymbol {
  const steps: string[] = step === null ? [] : [step];
  for (let at: Visit | null = visit; at !== null && at.above !== null; at = at.above) steps.push(at.step);
  return { kind, name, uses, place: { operation, direction, path: steps.reduceRight(stepInto, '') } };
}

/** Every shape below a request or response once, nearest first. */
function visits({ operation, shapes }: OperationState, direction: Direction): readonly Visit[] {
  const root = operation[direction];
  const shape = root === undefined || root === null ? undefined : shapes[root];
  if (shape === undefined || typeof root !== 'string') return [];
  const seen = new Set<ShapeId>([root]);
  const queue: Visit[] = [{ id: root, shape, above: null, step: '', depth: 0 }];
  // The loop adds to the queue.
  for (let at = 0; at < queue.length; at += 1) {
    const above = queue[at] as Visit;
    const next: Visit[] = [];
    for (const { step, member } of stepsOf(above.shape)) {
      const target = shapes[member.target];
      if (target === undefined || seen.has(member.target)) continue;
      // Scalars without enum values are skipped: they have nothing to find, and there are many.
      if (!hasMembers(target) && target.kind !== 'list' && target.kind !== 'map' && !('enum' in target)) continue;
      seen.add(member.target);
      next.push({ id: member.target, shape: target, above, step, depth: above.depth + 1 });
    }
    append(queue, next);
  }
  return queue;
}
