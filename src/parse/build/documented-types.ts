/** The types in documentation, in every spelling that botocore and boto3 have used, and the shapes that they mean. */
import type { ScalarKind, Shape } from '../../model/index.ts';

/** The meaning of a written type; `dict` may be a structure or a map. */
export type WrittenType = ScalarKind | 'dict' | 'list' | 'eventstream';

const written: Readonly<Record<string, WrittenType>> = {
  string: 'string',
  str: 'string',
  // boto3's `CopySource` is a string, and also takes the parts of the string one by one.
  'str or dict': 'string',
  character: 'string',
  integer: 'integer',
  int: 'integer',
  long: 'integer',
  float: 'float',
  double: 'float',
  boolean: 'boolean',
  bool: 'boolean',
  datetime: 'timestamp',
  timestamp: 'timestamp',
  bytes: 'blob',
  blob: 'blob',
  dict: 'dict',
  structure: 'dict',
  map: 'dict',
  list: 'list',
  document: 'document',
  ':ref:`document<document>`': 'document',
  'JSON serializable': 'document',
  'bytes or seekable file-like object': 'stream',
  ':class:`.StreamingBody`': 'stream',
  StreamingBody: 'stream',
  ':class:`.EventStream`': 'eventstream',
  EventStream: 'eventstream',
};

/** Reads a written type; undefined if it is unknown. */
export function writtenType(text: string): WrittenType | undefined {
  return Object.hasOwn(written, text) ? written[text] : undefined;
}

/** Whether a written type fits a shape. */
export function fits(type: WrittenType, shape: Shape): boolean {
  switch (type) {
    case 'dict':
      return (
        shape.kind === 'structure' ||
        shape.kind === 'union' ||
        shape.kind === 'map' ||
        shape.kind === 'eventstream' ||
        (shape.kind === 'recursive' && shape.of !== 'list')
      );
    case 'list':
      return shape.kind === 'list' || (shape.kind === 'recursive' && shape.of === 'list');
    case 'float':
      return shape.kind === 'float' || shape.kind === 'double';
    case 'integer':
      return shape.kind === 'integer' || shape.kind === 'long';
    case 'blob':
      return shape.kind === 'blob' || shape.kind === 'stream';
    default:
      return shape.kind === type;
  }
}
