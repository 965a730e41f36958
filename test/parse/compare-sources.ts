/** Holds the fields of a service as its documentation shows them against those of its model, column by column. */
import {
  type Direction,
  documentedType,
  type Field,
  fieldsOf,
  type Operation,
  type Service,
  type ShapeId,
} from '../../src/model/index.ts';

/** One column of one field in which documentation and model do not say the same. */
export interface Difference {
  readonly service: string;
  readonly operation: string;
  readonly direction: Direction | '';
  readonly path: string;
  /** `field`: one side does not have it. */
  readonly column: 'operation' | 'field' | 'type' | 'required' | 'enum';
  /** What each side says; undefined where it has no such field. */
  readonly documented: string | undefined;
  readonly modelled: string | undefined;
  /** The documentation's field repeats on itself. */
  readonly repeats: boolean;
  /** What the documentation lacks of this direction. */
  readonly lacks: 'page' | 'direction' | 'syntax' | 'parameters' | undefined;
}

export interface Comparison {
  readonly lines: number;
  readonly differing: number;
  readonly differences: readonly Difference[];
}

interface Row {
  readonly type: string;
  readonly required: string;
  readonly enum: string;
  readonly repeats: boolean;
}

const columns = ['type', 'required', 'enum'] as const;

/** Compares the operations that the model has; `parametersLeftOut` has the SDK's names of those whose parameters have no description. */
export function compareSources(
  documented: Service,
  modelled: Service,
  parametersLeftOut: ReadonlySet<string> = new Set(),
): Comparison {
  const differences: Difference[] = [];
  let lines = 0;
  const differing = new Set<string>();
  const byName = new Map(documented.operations.map((operation) => [operation.name, operation]));
  const add = (difference: Omit<Difference, 'service'>) => {
    differing.add(`${difference.operation}\t${difference.direction}\t${difference.path}`);
    differences.push({ service: modelled.id, ...difference });
  };
  const nothing = { direction: '', path: '', column: 'operation', repeats: false, lacks: undefined } as const;
  for (const operation of documented.operations)
    if (!modelled.operations.some(({ name }) => name === operation.name))
      add({ ...nothing, operation: operation.name, documented: operation.name, modelled: undefined });
  for (const operation of modelled.operations) {
    const page = byName.get(operation.name);
    if (page === undefined) {
      lines++;
      add({ ...nothing, operation: operation.name, documented: undefined, modelled: operation.name, lacks: 'page' });
      continue;
    }
    for (const direction of ['request', 'response'] as const) {
      const shown = rowsOf(documented, page[direction], direction);
      const real = rowsOf(modelled, operation[direction], direction);
      const lacks = lacking(page, direction, parametersLeftOut);
      for (const path of new Set([...shown.keys(), ...real.keys()])) {
        lines++;
        const [one, other] = [shown.get(path), real.get(path)];
        const where = { operation: operation.name, direction, path, repeats: one?.repeats ?? false, lacks };
        if (one === undefined || other === undefined)
          add({ ...where, column: 'field', documented: one?.type, modelled: other?.type });
        else
          for (const column of columns)
            if (one[column] !== other[column])
              add({ ...where, column, documented: one[column], modelled: other[column] });
      }
    }
  }
  return { lines, differing: differing.size, differences };
}

/** A difference as a person reads it. */
export function describeDifference(difference: Difference): string {
  const { service, operation, direction, path, column, documented, modelled, lacks } = difference;
  return `${service} ${operation} ${direction} ${path}: ${column} ${documented} in the documentation, ${modelled} in the model${lacks === undefined ? '' : ` (no ${lacks})`}`;
}

function lacking(page: Operation, direction: Direction, parametersLeftOut: ReadonlySet<string>): Difference['lacks'] {
  if (page[direction] === undefined) return 'direction';
  if (page.partial?.includes(direction)) return 'syntax';
  return direction === 'request' && parametersLeftOut.has(page.sdkName) ? 'parameters' : undefined;
}

function rowsOf(service: Service, root: ShapeId | null | undefined, direction: Direction): Map<string, Row> {
  const rows = new Map<string, Row>();
  if (root === null || root === undefined) return rows;
  for (const field of fieldsOf(service.shapes, root)) {
    // Two ways may lead to one path where a member's name holds a dot.
    if (!rows.has(field.path)) rows.set(field.path, rowOf(field, direction));
  }
  return rows;
}

function rowOf({ member, shape, repeats }: Field, direction: Direction): Row {
  const states = direction === 'request' && member.required !== undefined;
  const values = 'enum' in shape && shape.enum !== undefined ? shape.enum : [];
  return {
    type: documentedType(shape),
    required: states ? (member.required ? 'required' : 'optional') : '',
    enum: values.length < 2 ? values.join('') : [...values].sort().join('|'),
    repeats,
  };
}
