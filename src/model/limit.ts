/** Limits on values: numbers, and whole numbers that are too large for a number of JavaScript. */

/**
 * A limit. Beyond 2^53 a number of JavaScript loses its last digits, and limits of 64 bits lie there: such a whole number is the
 * text of its digits, so that it survives JSON as it was written.
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

/** Whether one limit is less than another one, to the last digit. */
export function isLess(one: Limit, other: Limit): boolean {
  return exact(one) < exact(other);
}

/** JavaScript compares whole numbers of any length with others exactly. */
function exact(limit: Limit): number | bigint {
  return typeof limit === 'string' ? BigInt(limit) : limit;
}
