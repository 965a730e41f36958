/** The smallest parts of sentences, which import nothing else: counted things, and fences around code. */

/** The backticks around code in Markdown: longer than each run of backticks in the code. */
export function codeFence(code: string, least = 1): string {
  let longest = least - 1;
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return '`'.repeat(longest + 1);
}

/** A number with commas: `4,096`. */
export function count(number: number): string {
  // Formatting by locale would take longer than the rest of a sentence.
  return Math.abs(number) < 1000 ? String(number) : number.toLocaleString('en', { maximumFractionDigits: 20 });
}

/** `1 field`, `4 fields`. */
export function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}
