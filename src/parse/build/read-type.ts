/** Reads the type of one value from its syntax, or from its description if there is no syntax. */
import type { ScalarShape } from '../../model/index.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { childNamed, type DocumentedField, unnamedChild } from './documented-field.ts';
import { writtenType } from './documented-types.ts';

/** The word that botocore prints for any string. */
const anyString = 'string';

/** The shape of a value without an inside; undefined if the syntax is not such a value. */
export function scalarOf(syntax: SyntaxNode, field: DocumentedField | undefined): ScalarShape | undefined {
  switch (syntax.type) {
    case 'string':
      return syntax.value === anyString ? { kind: 'string' } : { kind: 'string', enum: [syntax.value] };
    case 'bytes':
      return { kind: 'blob' };
    case 'integer':
      return { kind: 'integer' };
    case 'float':
    case 'ellipsis':
      return { kind: 'float' };
    case 'alternatives':
      return alternativesOf(syntax.options);
    case 'call':
      if (syntax.name === 'datetime') return { kind: 'timestamp' };
      if (syntax.name === 'StreamingBody') return { kind: 'stream' };
      return undefined;
    case 'name':
      return syntax.value === 'file' ? { kind: 'stream' } : field === undefined ? undefined : fromWritten(field);
    default:
      return undefined;
  }
}

function alternativesOf(options: readonly SyntaxNode[]): ScalarShape | undefined {
  const strings = options.flatMap((option) => (option.type === 'string' ? [option.value] : []));
  if (strings.length === options.length) return { kind: 'string', enum: [...new Set(strings)] };
  const names = options.flatMap((option) => (option.type === 'name' ? [option.value] : []));
  if (options.length === 2 && names.includes('True') && names.includes('False')) return { kind: 'boolean' };
  if (options.some((option) => option.type === 'bytes') && names.includes('file')) return { kind: 'stream' };
  // `{...}|[...]|123|123.4|'string'|True|None`: any JSON value.
  if (options.some((option) => option.type === 'dict') && options.some((option) => option.type === 'list'))
    return { kind: 'document' };
  // `'string' or {'Bucket': …}`: a string; boto3 also takes its parts one by one.
  if (options[0]?.type === 'string' && options[1]?.type === 'dict') return { kind: 'string' };
  return undefined;
}

/** Whether `{'string': …}` is a map: a structure would have a described field of the name `string`. */
export function looksLikeMap(syntax: SyntaxNode, field: DocumentedField | undefined): boolean {
  if (syntax.type !== 'dict' || syntax.entries.length !== 1 || syntax.entries[0]?.key !== anyString) return false;
  if (unnamedChild(field) !== undefined) return true;
  return childNamed(field, anyString) === undefined;
}

/** The kind of a shape without syntax, from its description. */
export function shapeOfFieldAlone(
  field: DocumentedField | undefined,
): ScalarShape['kind'] | 'list' | 'map' | 'structure' | 'eventstream' {
  const type = field === undefined ? undefined : writtenType(field.type);
  if (type === undefined) return 'string';
  if (type !== 'dict') return type;
  return unnamedChild(field) === undefined ? 'structure' : 'map';
}

function fromWritten(field: DocumentedField): ScalarShape | undefined {
  const type = writtenType(field.type);
  return type === undefined || type === 'dict' || type === 'list' || type === 'eventstream'
    ? undefined
    : { kind: type };
}
