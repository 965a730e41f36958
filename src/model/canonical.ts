/** Canonical JSON: the same text for equal values, in any order of their keys. */

/** A value as JSON with sorted keys and without absent ones. Arrays keep their order, because it has a meaning. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const keys = Object.keys(inner);
    for (let at = 1; at < keys.length; at++) {
      if ((keys[at - 1] as string) > (keys[at] as string)) {
        // The check above found that it is a record.
        return Object.fromEntries(keys.sort().map((key) => [key, (inner as Record<string, unknown>)[key]]));
      }
    }
    return inner;
  });
}
