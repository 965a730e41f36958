/** What is remembered while the pages of one site are made: it lives as long as the site, and not longer. */

/** Something that is made once for each owner. */
export interface Topic<Owner extends object, Value> {
  readonly name: string;
  /** So many values of one owner are kept by key, those that were asked for last. */
  readonly max: number;
  /** Never there: it only says of which owner and value the topic is. */
  readonly of?: (owner: Owner) => Value;
}

/** Names a topic; what it stands for lives in the memory of a site. */
export function topic<Owner extends object, Value>(name: string, max = Number.POSITIVE_INFINITY): Topic<Owner, Value> {
  return { name, max };
}

/** Values by topic and owner. What nobody else holds any more is forgotten with its owner. */
export class Memory {
  readonly #topics = new Map<string, WeakMap<object, unknown>>();
  readonly #keeps: boolean;

  /** A memory that keeps nothing has everything made again. */
  constructor(keeps = true) {
    this.#keeps = keeps;
  }

  /** The value of a topic for its owner; made where it was not asked for before. */
  remember<Owner extends object, Value>({ name }: Topic<Owner, Value>, owner: Owner, make: () => Value): Value {
    const known = this.#owners(name);
    if (known.has(owner)) return known.get(owner) as Value;
    const value = make();
    if (this.#keeps) known.set(owner, value);
    return value;
  }

  /** The same for topics that have many values of one owner, by key. */
  rememberAt<Owner extends object, Value>(
    { name, max }: Topic<Owner, Value>,
    owner: Owner,
    key: string,
    make: () => Value,
  ): Value {
    const values = this.remember(topic<Owner, Map<string, Value>>(`${name} by key`), owner, () => new Map());
    const value = values.has(key) ? (values.get(key) as Value) : make();
    if (max < Number.POSITIVE_INFINITY) values.delete(key);
    values.set(key, value);
    // A map lists first what was put in first.
    if (values.size > max) values.delete(values.keys().next().value as string);
    return value;
  }

  #owners(name: string): WeakMap<object, unknown> {
    const known = this.#topics.get(name) ?? new WeakMap<object, unknown>();
    this.#topics.set(name, known);
    return known;
  }
}
