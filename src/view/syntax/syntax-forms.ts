/** What stands in a syntax block in place of data: a scalar's form, an enum's values, a shape on one line. */
import { hasMembers, type ScalarKind, type Shape, type ShapeId } from '../../model/index.ts';
import { counted } from '../site/words.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

export const scalarForms: Readonly<Record<ScalarKind, string>> = {
  string: '"string"',
  integer: '123',
  long: '123',
  float: '1.5',
  double: '1.5',
  boolean: 'true | false',
  timestamp: '"2025-11-13T09:30:00Z"',
  blob: '"bytes"',
  document: '{ any JSON }',
  stream: '"stream of bytes"',
};

/** Values side by side, as many as may be shown. */
export function enumForm(values: readonly string[], max: number): string {
  const shown = values.slice(0, max).map((value) => quoted(value));
  const hidden = values.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`… ${counted(hidden, 'more value')}`] : [])].join(' | ');
}

/** A name or value in quotes, with nothing in it that could break a line, turn its direction or steer a terminal. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) =>
    // Beyond the first plane a character is two units, and each is escaped by itself, as JSON has it.
    Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** What is around a value that lies inside of lists and maps. */
export interface Wrapped {
  readonly prefix: string;
  readonly suffix: string;
  /** The shape inside; undefined where the model does not have it. */
  readonly target: ShapeId;
  readonly shape: Shape | undefined;
}

/** Takes lists and maps off a shape, as deep as anybody reads: a list may be of itself. */
export function unwrapped(shapes: Shapes, target: ShapeId, maxValues: number): Wrapped {
  let wrapped: Wrapped = { prefix: '', suffix: '', target, shape: shapes[target] };
  for (let depth = 0; depth < deepest; depth++) {
    const { prefix, suffix, shape } = wrapped;
    if (shape?.kind === 'list') {
      const inner = shape.member.target;
      wrapped = { prefix: `${prefix}[`, suffix: `, …]${suffix}`, target: inner, shape: shapes[inner] };
    } else if (shape?.kind === 'map') {
      const key = leafForm(shapes[shape.key.target], maxValues);
      const inner = shape.value.target;
      wrapped = { prefix: `${prefix}{${key}: `, suffix: `, …}${suffix}`, target: inner, shape: shapes[inner] };
    } else break;
  }
  return wrapped;
}

/** A shape on one line; what has members is closed, and where no values are to be shown an enum is a string. */
export function shortForm(shapes: Shapes, target: ShapeId, maxValues: number): string {
  const { prefix, suffix, shape } = unwrapped(shapes, target, maxValues);
  return `${prefix}${leafForm(shape, maxValues)}${suffix}`;
}

function leafForm(shape: Shape | undefined, maxValues: number): string {
  if (shape === undefined) return '…';
  if (hasMembers(shape)) return shape.members.length === 0 ? '{}' : '{ … }';
  const kind = shape.kind === 'recursive' ? shape.of : shape.kind;
  if (kind === undefined) return '…';
  if (kind === 'list') return '[ … ]';
  if (kind === 'map' || kind === 'structure') return '{ … }';
  if (maxValues > 0 && 'enum' in shape && shape.enum !== undefined && shape.enum.length > 0)
    return enumForm(shape.enum, maxValues);
  return scalarForms[kind];
}

const deepest = 4;
/** Values of a field that is the one that matters. */
export const manyValues = 5;
