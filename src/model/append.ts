/** Adds a list to the end of another one. A list spread into a call breaks it at some hundred thousand items. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item);
}
