/** What kind of JSON the values of a model are: a value of another kind is not read, and gives a message. */
import { type JsonKind, limitOf, type Trait } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, nowhere } from './botocore.ts';

const words: Readonly<Record<JsonKind, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  record: 'an object',
};

/** Whether a value is of a kind. `null` is of every kind: it says the same as no value. */
export function isOfKind(kind: JsonKind, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (kind === 'array') return Array.isArray(value);
  if (kind === 'record') return isRecord(value);
  // The digits of a long number are a text.
  return typeof value === kind || (kind === 'number' && limitOf(value) !== undefined);
}

/** The value if it is of the kind; undefined, with a message, if it is of another one. `what` names it. */
export function ofKind(kind: 'string', value: unknown, what: string, messages: Messages): string | undefined;
export function ofKind(kind: 'number', value: unknown, what: string, messages: Messages): number | undefined;
export function ofKind(kind: 'array', value: unknown, what: string, messages: Messages): readonly unknown[] | undefined;
export function ofKind(
  kind: 'record',
  value: unknown,
  what: string,
  messages: Messages,
): Readonly<Record<string, unknown>> | undefined;
export function ofKind(kind: JsonKind, value: unknown, what: string, messages: Messages): unknown {
  if (!isOfKind(kind, value)) sayOtherKind(kind, what, messages);
  else if (value !== null) return value;
  return undefined;
}

/** The texts of a list; a value of another kind gives a message. */
export function textsOf(values: readonly unknown[], what: string, messages: Messages): readonly string[] {
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length < values.length)
    messages.add('unexpected-text', `values of ${what} that are no text`, nowhere, 'texts');
  return texts;
}

/** Whether a value is of another kind than its trait has. Nearly all values are texts: they come first. */
export function isOtherKind({ json }: Trait, value: unknown): boolean {
  if (json === undefined || (json === 'string' && typeof value === 'string')) return false;
  return !isOfKind(json, value);
}

/** Says that the value of a trait is of another kind. */
export function sayOtherKind(json: JsonKind | undefined, what: string, messages: Messages): void {
  if (json !== undefined) messages.add('unexpected-text', `${what} that is not ${words[json]}`, nowhere, words[json]);
}
