/** The type of a value is read from its syntax: each form of it, and forms that are almost one. */
import { expect, test } from 'vitest';
import { scalarOf } from '../../../src/parse/build/read-type.ts';
import { parseSyntax } from '../../../src/parse/python/parse-syntax.ts';

const typeOf = (syntax: string) => {
  const { node } = parseSyntax(syntax);
  return node === null ? null : scalarOf(node, undefined);
};

test.each([
  ["'string'", { kind: 'string' }],
  ["'A'", { kind: 'string', enum: ['A'] }],
  ["'A'|'B'|'A'", { kind: 'string', enum: ['A', 'B'] }],
  ["b'bytes'", { kind: 'blob' }],
  ['123', { kind: 'integer' }],
  ['123.0', { kind: 'float' }],
  ['...', { kind: 'float' }],
  ['True|False', { kind: 'boolean' }],
  ['False|True', { kind: 'boolean' }],
  ["b'bytes'|file", { kind: 'stream' }],
  ['file', { kind: 'stream' }],
  ['StreamingBody()', { kind: 'stream' }],
  ['datetime(2015, 1, 1)', { kind: 'timestamp' }],
  ["{...}|[...]|123|123.4|'string'|True|None", { kind: 'document' }],
  ["'string' or {'Bucket': 'string'}", { kind: 'string' }],
  ["'string'|{'Bucket': 'string'}|123", { kind: 'string' }],
  // Almost one of these.
  ["{'Bucket': 'string'}|'string'", undefined],
  ["'string'|123", undefined],
  ["123|{'Bucket': 'string'}", undefined],
  ['True|None', undefined],
  ['None|False', undefined],
  ['True|False|None', undefined],
  ["b'bytes'|123", undefined],
  ['{...}|123', undefined],
  ['[...]|123', undefined],
  ['EventStream({})', undefined],
  ["{'A': 123}", undefined],
  ['None', undefined],
])('%s', (syntax, type) => {
  expect(typeOf(syntax)).toEqual(type);
});
