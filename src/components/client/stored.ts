/**
 * Choices of the reader, kept in the browser's storage. Where storage is forbidden, a choice lasts as long as the page.
 */

/** The stored choice; null where there is none. */
export function stored(name: string): string | null {
  try {
    return localStorage.getItem(`apidelta-${name}`);
  } catch {
    return null;
  }
}

/** Stores a choice; null removes it. */
export function store(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`apidelta-${name}`);
    else localStorage.setItem(`apidelta-${name}`, value);
  } catch {
    // Storage is forbidden.
  }
}
