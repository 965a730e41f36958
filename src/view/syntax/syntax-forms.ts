/** Placeholders for data in a syntax block: a scalar's form, an enum's values, a shape on one line. */
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

/** The values of an enum on one line, at most `max` of them. */
export function enumForm(values: readonly string[], max: number): string {
  const shown = values.slice(0, max).map((value) => quoted(value));
  const hidden = values.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`… ${counted(hidden, 'more value')}`] : [])].join(' | ');
}

/**
 * A name or value in quotes. Characters that could break a line, change the text direction or control a terminal are
 * escaped.
 */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) =>
    // Outside the first plane a character has two code units. Each is escaped by itself, as in JSON.
    Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** The lists and maps around a value. */
export interface Wrapped {
  readonly prefix: string;
  readonly suffix: string;
  /** The shape inside; undefined where the model does not have it. */
  readonly target: ShapeId;
  readonly shape: Shape | undefined;
}

/** Removes the lists and maps around a shape. The depth is limited, because a list may contain itself. */
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

/** A shape on one line. Structures are closed, and with `maxValues` 0 an enum is a string. */
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
/** The number of values printed for the field in question. */
export const manyValues = 5;
