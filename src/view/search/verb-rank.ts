/** Which of the operations that have a thing people mean: the one that sets it says more than the one that lists it. */

/** The smaller the better, by the verb that the name of an operation begins with. */
export function verbRank(operation: string): number {
  const first = setters.findIndex((verb) => operation.startsWith(verb));
  if (first !== -1) return first;
  return setters.length + 1 + getters.findIndex((verb) => operation.startsWith(verb));
}

const setters = ['Run', 'Put', 'Create', 'Send', 'Start'];
const getters = ['Get', 'Describe', 'List'];
