/**
 * A service as lines, one for each field: the form is the same for every source, so that two sources can be compared.
 */
import { fieldsOf } from './fields.ts';
import type { Direction, Operation, Service } from './service.ts';
import { documentedType } from './shape.ts';
import { visibleCell } from './visible-text.ts';

const directions = ['request', 'response'] as const satisfies readonly Direction[];

/** The most fields of a request or response that are listed; the largest real ones have about twenty thousand. */
export const maxFields = 1_000_000;

/**
 * `service  Operation  direction  path  type  required|optional  VALUE|VALUE`, tab-separated and sorted. `onCut` is
 * called for a request or response with more fields than are listed: shapes that all refer to each other have too many
 * paths to count.
 */
export function pathLines(
  service: Service,
  onCut: (operation: string, direction: Direction) => void = () => {},
): readonly string[] {
  const lines = new Set<string>();
  for (const operation of service.operations)
    for (const line of operationLines(service, operation, onCut)) lines.add(line);
  return [...lines].sort();
}

function operationLines(
  service: Service,
  operation: Operation,
  onCut: (operation: string, direction: Direction) => void,
): readonly string[] {
  const lines: string[] = [];
  for (const direction of directions) {
    const root = operation[direction];
    if (root === undefined || root === null) continue;
    const full = lines.length + maxFields;
    for (const { path, member, shape } of fieldsOf(service.shapes, root)) {
      if (lines.length === full) {
        onCut(operation.name, direction);
        break;
      }
      const required =
        direction === 'request' && member.required !== undefined ? (member.required ? 'required' : 'optional') : '';
      const values = 'enum' in shape && shape.enum !== undefined ? [...shape.enum].sort().join('|') : '';
      const cells = [service.id, operation.name, direction, path, documentedType(shape), required, values];
      lines.push(cells.map(visibleCell).join('\t'));
    }
  }
  return lines.length > 0 ? lines : [[service.id, operation.name, '', '', '', '', ''].map(visibleCell).join('\t')];
}
