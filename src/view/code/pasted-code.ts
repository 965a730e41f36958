/** The text of the code panel as it can be run after it was pasted. */

/**
 * On the page `{…}` and `[…]` say that there is more inside, and `…` that a list goes on; no language reads these. In
 * their place is what a call may have there: nothing.
 */
export function pastedCode(text: string): string {
  return text
    .replaceAll('{…}', '{}')
    .replaceAll('[…]', '[]')
    .replace(/ …(?=(?: \\)?$)/gm, '');
}
