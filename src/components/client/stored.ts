/** What the reader chose, in the storage of the browser; where that is forbidden, a choice lasts as long as its page. */

/** The value that was chosen; null where there is none. */
export function stored(name: string): string | null {
  try {
    return localStorage.getItem(`apidelta-${name}`);
  } catch {
    return null;
  }
}

/** Remembers a choice; null forgets it. */
export function store(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`apidelta-${name}`);
    else localStorage.setItem(`apidelta-${name}`, value);
  } catch {
    // Storage is forbidden.
  }
}
