/** The request or response as one block to look over and to copy: JSON with types and values in place of data. */
import { hasMembers } from '../../model/index.ts';
import type { PlannedField } from '../fields/field-plan.ts';
import { enumForm, scalarForms } from './syntax-forms.ts';

/** A run of text; the names of required fields stand out. */
export interface SyntaxToken {
  readonly text: string;
  readonly required: boolean;
}

export interface SyntaxView {
  readonly tokens: readonly SyntaxToken[];
  readonly lines: number;
  readonly hasRequired: boolean;
}

/** Writes the block for the fields of one root; null where there are none. */
export function syntaxView(fields: readonly PlannedField[]): SyntaxView | null {
  if (fields.length === 0) return null;
  const writer = new Writer();
  writeMembers(writer, fields, '');
  const tokens = writer.finish();
  return {
    tokens,
    lines: tokens.reduce((lines, { text }) => lines + text.split('\n').length - 1, 1),
    hasRequired: tokens.some(({ required }) => required),
  };
}

/** Joins neighbours of one kind, so that a page carries few elements. */
class Writer {
  readonly #tokens: SyntaxToken[] = [];
  #plain = '';

  text(text: string): void {
    this.#plain += text;
  }

  required(text: string): void {
    this.#flush();
    this.#tokens.push({ text, required: true });
  }

  finish(): readonly SyntaxToken[] {
    this.#flush();
    return this.#tokens;
  }

  #flush(): void {
    if (this.#plain !== '') this.#tokens.push({ text: this.#plain, required: false });
    this.#plain = '';
  }
}

function writeMembers(writer: Writer, fields: readonly PlannedField[], indent: string): void {
  writer.text('{\n');
  const inner = `${indent}  `;
  fields.forEach((field, index) => {
    writer.text(inner);
    const name = JSON.stringify(field.member.name);
    if (field.member.required === true) writer.required(name);
    else writer.text(name);
    writer.text(': ');
    writeValue(writer, field, inner);
    writer.text(index === fields.length - 1 ? '\n' : ',\n');
  });
  writer.text(`${indent}}`);
}

function writeValue(writer: Writer, field: PlannedField, indent: string): void {
  const { shape, children, state } = field;
  if (state !== 'here' || shape.kind === 'recursive') writer.text(closedForm(field));
  else if (hasMembers(shape)) writeStructure(writer, children, indent);
  else if (shape.kind === 'list') writeList(writer, children, indent);
  else if (shape.kind === 'map') writeMap(writer, children, indent);
  else if (shape.enum !== undefined && shape.enum.length > 0) writer.text(enumForm(shape.enum, shownValues));
  else writer.text(scalarForms[shape.kind]);
}

function writeStructure(writer: Writer, members: readonly PlannedField[], indent: string): void {
  if (members.length === 0) writer.text('{}');
  else writeMembers(writer, members, indent);
}

function writeList(writer: Writer, [item]: readonly PlannedField[], indent: string): void {
  const inner = `${indent}  `;
  if (item === undefined) writer.text('[]');
  else if (isShort(item)) {
    writer.text('[');
    writeValue(writer, item, inner);
    writer.text(', …]');
  } else {
    writer.text(`[\n${inner}`);
    writeValue(writer, item, inner);
    writer.text(`,\n${inner}…\n${indent}]`);
  }
}

function writeMap(writer: Writer, [key, value]: readonly PlannedField[], indent: string): void {
  const inner = `${indent}  `;
  writer.text(`{\n${inner}`);
  if (key !== undefined) writeValue(writer, key, inner);
  writer.text(': ');
  if (value !== undefined) writeValue(writer, value, inner);
  writer.text(`,\n${inner}…\n${indent}}`);
}

function closedForm({ shape }: PlannedField): string {
  const kind = shape.kind === 'recursive' ? shape.of : shape.kind;
  if (kind === undefined) return '…';
  return kind === 'list' ? '[ … ]' : '{ … }';
}

function isShort(field: PlannedField): boolean {
  return field.children.length === 0 && field.state === 'here' && !hasMembers(field.shape);
}

const shownValues = 12;
