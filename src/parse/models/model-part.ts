/**
 * A part of a service that stands beside its model: its values by name, which several files may state, and for messages
 * the file of each.
 */
import type { Messages } from '../messages.ts';
import { isRecord } from './botocore.ts';

type RawRecord = Readonly<Record<string, unknown>>;

/** Paginators, waiters or examples. */
export class ModelPart {
  #values: RawRecord = {};
  readonly #sources: { readonly values: RawRecord; readonly messages: Messages }[] = [];

  readonly #first: Messages;

  /** `first` are the messages of a file that has the part. */
  constructor(first: Messages) {
    this.#first = first;
  }

  /** The values of all files. */
  get values(): RawRecord {
    return this.#values;
  }

  /** Adds the values of a file; a value of a name that is known replaces the first one. */
  add(values: RawRecord, messages: Messages): this {
    this.#values = { ...this.#values, ...values };
    this.#sources.push({ values, messages });
    return this;
  }

  /** Adds the values of a file, at every level. */
  merge(values: RawRecord, messages: Messages): this {
    this.#values = merged(this.#values, values);
    this.#sources.push({ values, messages });
    return this;
  }

  /** The messages of the file that states a value, or a key inside it: the last one wins, as its value does. */
  messagesOf(name: string, key?: string): Messages {
    const source = this.#sources.findLast(({ values }) => {
      if (key === undefined || !Object.hasOwn(values, name)) return Object.hasOwn(values, name);
      const value = values[name];
      return isRecord(value) && Object.hasOwn(value, key);
    });
    return source?.messages ?? this.#first;
  }
}

/**
 * Merges the second record into the first, at every level; if both have a value, the second one wins. Follows
 * `deep_merge` of botocore's loaders.
 */
export function merged(into: RawRecord, from: RawRecord): Record<string, unknown> {
  const out: Record<string, unknown> = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const had = Object.hasOwn(out, key) ? out[key] : undefined;
    out[key] = isRecord(value) && isRecord(had) ? merged(had, value) : value;
  }
  return out;
}
