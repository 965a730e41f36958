/**
 * The fields that are open while a list of fields is read: a field further to the right belongs to the last of them.
 */
import type { Messages } from '../messages.ts';
import { type DocumentedField, deepestField } from './documented-field.ts';

/** A field with its indentation, which decides the fields inside it. */
export interface OpenField {
  readonly indent: number;
  readonly field: DocumentedField;
}

/** Puts each field into the field that contains it. */
export class OpenFields {
  readonly #stack: OpenField[];

  constructor(root: OpenField) {
    this.#stack = [root];
  }

  /**
   * Closes the fields that do not contain a field at this indentation. False, with a message, if it would be too deep.
   */
  closeFor(indent: number, line: number, messages: Messages): boolean {
    while (this.#stack.length > 1 && this.#last.indent >= indent) this.#stack.pop();
    if (this.#stack.length <= deepestField) return true;
    messages.add('structure-too-deep', 'field in fields', { line: line + 1, column: indent + 1 });
    return false;
  }

  /** Puts a field into the last open one, and opens it. */
  open(next: OpenField): void {
    this.#last.field.children.push(next.field);
    this.#stack.push(next);
  }

  /** There is always one: the root is never closed. */
  get #last(): OpenField {
    return this.#stack.at(-1) as OpenField;
  }
}
