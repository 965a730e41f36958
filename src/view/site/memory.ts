/** Keeps values that several pages of one site need. They live as long as the site. */

/** A kind of value that is made once for each owner. */
export interface Topic<Owner extends object, Value> {
  readonly name: string;
  /** The most values kept for one owner, by key. The values used last are kept. */
  readonly max: number;
  /** Never set at run time: it only ties the types of owner and value to the topic. */
  readonly of?: (owner: Owner) => Value;
}

/** Names a topic. Its values are in the memory of a site. */
export function topic<Owner extends object, Value>(name: string, max = Number.POSITIVE_INFINITY): Topic<Owner, Value> {
  return { name, max };
}

/** Values by topic and owner. They are freed together with their owner. */
export class Memory {
  readonly #topics = new Map<string, WeakMap<object, unknown>>();
  readonly #keeps: boolean;

  /** Without `keeps`, every value is made again each time. */
  constructor(keeps = true) {
    this.#keeps = keeps;
  }

  /** The value of a topic for its owner; made at the first request. */
  remember<Owner extends object, Value>({ name }: Topic<Owner, Value>, owner: Owner, make: () => Value): Value {
    const known = this.#owners(name);
    if (known.has(owner)) return known.get(owner) as Value;
    const value = make();
    if (this.#keeps) known.set(owner, value);
    return value;
  }

  /** The same for topics with many values for each owner, by key. */
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
    // A map lists its oldest entry first.
    if (values.size > max) values.delete(values.keys().next().value as string);
    return value;
  }

  #owners(name: string): WeakMap<object, unknown> {
    const known = this.#topics.get(name) ?? new WeakMap<object, unknown>();
    this.#topics.set(name, known);
    return known;
  }
}
