/** Types as people read them: `list of Listener`, `map of string to integer`. */
import {
  documentedType,
  hasMembers,
  itemStep,
  keyStep,
  type Shape,
  type ShapeId,
  valueStep,
} from '../../model/index.ts';
import type { PlannedField } from './field-plan.ts';
import { isNamed } from './reference-plan.ts';

/** A piece of a type's label. A piece with a path is the anchor of a nameless part. */
export interface TypePiece {
  readonly text: string;
  readonly path?: string;
}

/** The label of a field's type, with one piece for each list item, key and value inside. */
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

/** The type of a shape on one line, with the names of structures: `list of Tag`. */
export function shapeLabel(shapes: Readonly<Record<ShapeId, Shape>>, id: ShapeId, depth = 0): string {
  const shape = shapes[id];
  if (shape === undefined) return 'unknown';
  if (isNamed(id) && (hasMembers(shape) || 'enum' in shape)) return id;
  const inner = (target: ShapeId) => (depth < deepest ? shapeLabel(shapes, target, depth + 1) : '…');
  if (shape.kind === 'list') return `list of ${inner(shape.member.target)}`;
  if (shape.kind === 'map') return `map of ${inner(shape.key.target)} to ${inner(shape.value.target)}`;
  return typeName(shape);
}

/** The shape whose name ends the label of a shape; null if the label ends with a plain type. */
export function labelledShape(shapes: Readonly<Record<ShapeId, Shape>>, id: ShapeId, depth = 0): ShapeId | null {
  const shape = shapes[id];
  if (shape === undefined || depth > deepest) return null;
  if (isNamed(id) && (hasMembers(shape) || 'enum' in shape)) return id;
  if (shape.kind === 'list') return labelledShape(shapes, shape.member.target, depth + 1);
  return shape.kind === 'map' ? labelledShape(shapes, shape.value.target, depth + 1) : null;
}

/** The shape's own name, if the source gave it one that says more than its type. */
export function shapeName(field: PlannedField): string | null {
  return isNamed(field.target) && (hasMembers(field.shape) || 'enum' in field.shape) ? field.target : null;
}

/** A field's own name. For an item or a value: the name of the list or map around it. */
export function fieldLabel(field: PlannedField): string {
  for (let at: PlannedField | null = field; at !== null; at = at.parent)
    if (at.member.name !== '') return at.member.name;
  return insideLabels[field.step] ?? field.path;
}

/** Labels for the nameless parts of lists and maps. */
export const insideLabels: Readonly<Record<string, string>> = {
  [itemStep]: 'Each item',
  [keyStep]: 'Each key',
  [valueStep]: 'Each value',
};

/** Stops here, because a list may contain itself. */
const deepest = 4;

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
