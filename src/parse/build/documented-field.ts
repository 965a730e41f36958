/** A field as prose documents it: name, type, description, and the fields inside it. Every documentation dialect makes these. */
import type { Prose } from '../../model/index.ts';

/** Deeper than this a field is read as words: real APIs nest some twenty levels. */
export const deepestField = 400;

export interface DocumentedField {
  /** Empty for the items of a list and the keys and values of a map. */
  readonly name: string;
  /** The type as the documentation writes it: `string`, `dict`, `:class:`.StreamingBody``. Empty where it is missing. */
  readonly type: string;
  required: boolean;
  documentation: Prose;
  readonly children: DocumentedField[];
  /** Line of the source, from 1. */
  readonly line: number;
  readonly column: number;
}

/** A field without a name, for the fields that are found from a line (of 0) on to be put into. */
export function rootField(line: number): DocumentedField {
  return { name: '', type: 'dict', required: false, documentation: [], children: [], line: line + 1, column: 1 };
}

/** The field of a name among others. */
export function childNamed(field: DocumentedField | undefined, name: string): DocumentedField | undefined {
  return field?.children.find((child) => child.name === name);
}

/** The `nth` field without a name among others. */
export function unnamedChild(field: DocumentedField | undefined, nth = 0): DocumentedField | undefined {
  let left = nth;
  return field?.children.find((child) => child.name === '' && left-- === 0);
}
