/** Canonical JSON: the same text for equal values, whatever the order their keys were written in. */

/** A value as JSON with sorted keys and without absent ones. Arrays keep their order, which means something. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const keys = Object.keys(inner);
    for (let at = 1; at < keys.length; at++) {
      if ((keys[at - 1] as string) > (keys[at] as string)) {
        // It was just found to be a record.
        return Object.fromEntries(keys.sort().map((key) => [key, (inner as Record<string, unknown>)[key]]));
      }
    }
    return inner;
  });
}
