/** Limits on values: numbers, and whole numbers that are too large for a JavaScript number. */

/**
 * A limit. A JavaScript number above 2^53 loses its last digits, and 64-bit limits are above it: such a whole number is
 * stored as the text of its digits, so that JSON does not change it.
 */
export type Limit = number | string;

/** The greatest number of digits of a whole number; a longer one is not a limit. */
const digitsOfLimit = /^-?\d{16,400}$/;

/** The limit in this text: as digits if a number would lose some of them. Undefined if it is not a number. */
export function limitOf(written: unknown): Limit | undefined {
  if (typeof written === 'number') return written;
  if (typeof written !== 'string' || !digitsOfLimit.test(written)) return undefined;
  const number = Number(written);
  return Number.isSafeInteger(number) ? number : written;
}

/** Whether one limit is less than another one; exact to the last digit. */
export function isLess(one: Limit, other: Limit): boolean {
  return exact(one) < exact(other);
}

/** JavaScript compares whole numbers of any length with others exactly. */
function exact(limit: Limit): number | bigint {
  return typeof limit === 'string' ? BigInt(limit) : limit;
}
