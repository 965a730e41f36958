/**
 * Ranks operations that share a field by what people usually look for: an operation that sets the field comes before
 * one that lists it.
 */

/** The rank of an operation by the verb of its name; smaller is better. */
export function verbRank(operation: string): number {
  const first = setters.findIndex((verb) => operation.startsWith(verb));
  if (first !== -1) return first;
  return setters.length + 1 + getters.findIndex((verb) => operation.startsWith(verb));
}

const setters = ['Run', 'Put', 'Create', 'Send', 'Start'];
const getters = ['Get', 'Describe', 'List'];
