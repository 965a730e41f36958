/** Adds a list to the end of another one. A call with a spread list would fail at several hundred thousand items. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item);
}
