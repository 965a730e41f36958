/** The backticks around code in Markdown: more of them than the code has in a row. */
export function codeFence(code: string, least = 1): string {
  let longest = least - 1;
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return '`'.repeat(longest + 1);
}
