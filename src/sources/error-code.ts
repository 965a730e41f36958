/** The code that the system or a library gives an error: `ENOENT`. */

/** The code of an error; undefined if it has none, or if the value is not an error. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
