/** The marks of fields that a flattened page must show, in order, according to its syntax. */

import { documentedType } from '../../model/index.ts';
import type { DocumentedField } from '../build/documented-field.ts';
import { scalarOf } from '../build/read-type.ts';
import { isRecursive, type SyntaxNode } from '../python/syntax-tree.ts';

/** A field that must follow on the page, with its mark. */
export interface ExpectedField {
  /** `string`, or `Name (string) --` for a field inside another field. */
  readonly mark: string;
  /** The mark if the shape that contains itself is a list: the syntax does not tell its kind. */
  readonly otherMark?: string;
  /** Whether the mark is only a type: the weak mark of a top-level parameter, whose name the page has lost. */
  readonly weak: boolean;
  readonly field: DocumentedField;
}

/** Documented fields without a description yet, and their marks in the order of the page. */
export interface Expectation {
  readonly fields: readonly DocumentedField[];
  readonly marks: readonly ExpectedField[];
}

/** The fields that the parameters of a request have on a flattened page. */
export function expectParameters(syntax: SyntaxNode | null): Expectation {
  const marks: ExpectedField[] = [];
  const fields =
    syntax?.type === 'call' ? syntax.entries.map((entry) => expect(entry.key, entry.value, true, marks)) : [];
  return { fields, marks };
}

/** The fields that a response has: first `(dict) --`, then its content. */
export function expectResponse(syntax: SyntaxNode | null): Expectation {
  const marks: ExpectedField[] = [];
  const fields = syntax === null ? [] : [expect('', syntax, false, marks)];
  return { fields, marks };
}

function expect(name: string, syntax: SyntaxNode | null, weak: boolean, marks: ExpectedField[]): DocumentedField {
  const type = typeOf(syntax);
  const children: DocumentedField[] = [];
  const field: DocumentedField = { name, type, required: false, documentation: [], children, line: 1, column: 1 };
  const markOf = (word: string) => (weak ? word : `${name === '' ? '' : `${name} `}(${word}) --`);
  if (syntax !== null && isRecursive(syntax)) {
    marks.push({ mark: markOf(type), otherMark: markOf('list'), weak, field });
    return field;
  }
  marks.push({ mark: markOf(type), weak, field });
  if (syntax === null) return field;
  if (syntax.type === 'list') {
    if (syntax.items[0] !== undefined) children.push(expect('', syntax.items[0], false, marks));
  } else if (syntax.type === 'dict') {
    const map = syntax.entries.length === 1 && syntax.entries[0]?.key === 'string';
    if (map) {
      const key = expect('', { type: 'string', value: 'string', start: syntax.start, end: syntax.end }, false, marks);
      children.push(key);
      key.children.push(expect('', syntax.entries[0]?.value ?? null, false, marks));
    } else for (const entry of syntax.entries) children.push(expect(entry.key, entry.value, false, marks));
  } else if (syntax.type === 'call' && syntax.name === 'EventStream') {
    const inside = syntax.values[0];
    if (inside?.type === 'dict')
      for (const entry of inside.entries) children.push(expect(entry.key, entry.value, false, marks));
  }
  return field;
}

/** The type as the page writes it. */
function typeOf(syntax: SyntaxNode | null): string {
  if (syntax === null) return '';
  if (syntax.type === 'list') return 'list';
  if (syntax.type === 'dict') return 'dict';
  if (syntax.type === 'call' && syntax.name === 'EventStream') return 'EventStream';
  const scalar = scalarOf(syntax, undefined);
  if (scalar === undefined) return '';
  if (scalar.kind === 'stream') return syntax.type === 'call' ? 'StreamingBody' : 'bytes or seekable file-like object';
  return documentedType(scalar);
}
