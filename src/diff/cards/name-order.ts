/** The order of names for readers: as texts, but numbers in them by value, so that `v2` stands before `v10`. */

/** Compares two names. Only equal names are equal, so a list has one order, whatever its order was before. */
export function compareNames(a: string, b: string): number {
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(j)];
    if (isDigit(left) && isDigit(right)) {
      const [endOfA, endOfB] = [endOfDigits(a, i), endOfDigits(b, j)];
      const [digits, others] = [significant(a, i, endOfA), significant(b, j, endOfB)];
      // A number with more digits is greater, and numbers of one length are in the order of their texts.
      const order = digits.length - others.length || compareTexts(digits, others);
      if (order !== 0) return order;
      [i, j] = [endOfA, endOfB];
    } else if (left === right) {
      i++;
      j++;
    } else return left - right;
  }
  return a.length - i - (b.length - j) || compareTexts(a, b);
}

/** The digits of a number without zeros before it. */
function significant(text: string, from: number, end: number): string {
  let first = from;
  while (first < end && text.charCodeAt(first) === zero) first++;
  return text.slice(first, end);
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

const zero = 48;

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
