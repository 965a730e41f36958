/** Keeps values that several pages of one site need. They live as long as the site. */

/** A kind of value that is made once for each owner. */
export interface Topic<Owner extends object, Value> {
  /** The most values kept for one owner, by key. The values used last are kept. */
  readonly max: number;
  /** Never set at run time: it only ties the types of owner and value to the topic. */
  readonly of?: (owner: Owner) => Value;
}

/** Makes a topic. Its values are in the memory of a site. */
export function topic<Owner extends object, Value>(max = Number.POSITIVE_INFINITY): Topic<Owner, Value> {
  return { max };
}

type Owners = WeakMap<object, unknown>;

/** Values by topic and owner. They are freed together with their owner. */
export class Memory {
  readonly #values = new WeakMap<object, Owners>();
  readonly #valuesByKey = new WeakMap<object, Owners>();
  readonly #keeps: boolean;

  /** Without `keeps`, every value is made again each time. */
  constructor(keeps = true) {
    this.#keeps = keeps;
  }

  /** The value of a topic for its owner; made at the first request. */
  remember<Owner extends object, Value>(about: Topic<Owner, Value>, owner: Owner, make: () => Value): Value {
    return this.#recall(ownersOf(this.#values, about), owner, make);
  }

  /** The same for topics with many values for each owner, by key. */
  rememberAt<Owner extends object, Value>(
    about: Topic<Owner, Value>,
    owner: Owner,
    key: string,
    make: () => Value,
  ): Value {
    const values = this.#recall(ownersOf(this.#valuesByKey, about), owner, () => new Map<string, Value>());
    const value = values.has(key) ? (values.get(key) as Value) : make();
    if (about.max < Number.POSITIVE_INFINITY) values.delete(key);
    values.set(key, value);
    // A map lists its oldest entry first.
    if (values.size > about.max) values.delete(values.keys().next().value as string);
    return value;
  }

  #recall<Value>(known: Owners, owner: object, make: () => Value): Value {
    if (known.has(owner)) return known.get(owner) as Value;
    const value = make();
    if (this.#keeps) known.set(owner, value);
    return value;
  }
}

function ownersOf(topics: WeakMap<object, Owners>, about: object): Owners {
  const known = topics.get(about) ?? new WeakMap<object, unknown>();
  topics.set(about, known);
  return known;
}
