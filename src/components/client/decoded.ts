/** Texts of addresses, which people may have cut or written by hand. */

/** A decoded text; one with an invalid encoding stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
