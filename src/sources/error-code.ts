/** The code that the system or a library gives an error: `ENOENT`. */

/** Undefined where an error has none, or is no error. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
