/** Types as people read them: `list of Listener`, `map of string to integer`. */
import { documentedType, hasMembers, type Shape } from '../../model/index.ts';
import type { PlannedField } from './field-plan.ts';
import { isNamed } from './reference-plan.ts';

/** A piece of a type's label; a piece with a path is the anchor of the nameless part it names. */
export interface TypePiece {
  readonly text: string;
  readonly path?: string;
}

/** The label of a field's type, with a piece for each list item, key and value on the way in. */
export function typePieces(field: PlannedField): readonly TypePiece[] {
  if (field.shape.kind === 'list') {
    const [item] = field.children;
    if (item === undefined) return [{ text: 'list' }];
    return [{ text: 'list of ' }, ...placed(item)];
  }
  if (field.shape.kind === 'map') {
    const [key, value] = field.children;
    if (key === undefined || value === undefined) return [{ text: 'map' }];
    return [{ text: 'map of ' }, ...placed(key), { text: ' to ' }, ...placed(value)];
  }
  return [{ text: typeName(field.shape) }];
}

/** The name of a type on its own. */
export function typeName(shape: Shape): string {
  if (shape.kind === 'recursive') return shape.of === undefined ? 'unknown' : (plainNames[shape.of] ?? shape.of);
  return plainNames[shape.kind] ?? documentedType(shape);
}

/** The shape's own name, where the source gave it one that says more than its type. */
export function shapeName(field: PlannedField): string | null {
  return isNamed(field.target) && (hasMembers(field.shape) || 'enum' in field.shape) ? field.target : null;
}

const plainNames: Readonly<Partial<Record<Shape['kind'], string>>> = {
  structure: 'structure',
  union: 'union',
  map: 'map',
  list: 'list',
  eventstream: 'event stream',
  timestamp: 'timestamp',
  blob: 'bytes',
  stream: 'stream of bytes',
  long: 'long',
  double: 'double',
};

function placed(field: PlannedField): readonly TypePiece[] {
  const [first, ...rest] = typePieces(field);
  return first === undefined ? [] : [{ ...first, path: field.path }, ...rest];
}
