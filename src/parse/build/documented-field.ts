/**
 * A field as documentation describes it: name, type, description, and the fields inside it. Every documentation dialect
 * uses it.
 */
import type { Prose } from '../../model/index.ts';

/** Below this depth a field is read as plain text: real APIs nest about twenty levels. */
export const deepestField = 400;

export interface DocumentedField {
  /** Empty for the items of a list and the keys and values of a map. */
  readonly name: string;
  /** The type as the documentation writes it: `string`, `dict`, `:class:`.StreamingBody``. Empty if it is missing. */
  readonly type: string;
  required: boolean;
  documentation: Prose;
  readonly children: DocumentedField[];
  /** Line of the source, from 1. */
  readonly line: number;
  readonly column: number;
  /** Whether the text ends in it: fields inside it may be cut off. */
  isLast?: boolean;
}

/** A field without a name that holds the fields from a line on; `line` counts from 0. */
export function rootField(line: number): DocumentedField {
  return { name: '', type: 'dict', required: false, documentation: [], children: [], line: line + 1, column: 1 };
}

/** The field with a name, among others. */
export function childNamed(field: DocumentedField | undefined, name: string): DocumentedField | undefined {
  return field?.children.find((child) => child.name === name);
}

/** The `nth` field without a name, among others. */
export function unnamedChild(field: DocumentedField | undefined, nth = 0): DocumentedField | undefined {
  let left = nth;
  return field?.children.find((child) => child.name === '' && left-- === 0);
}
