/** Text from sources for places where some characters have an effect: a terminal, and lines that programs read. */

/** Control characters, line ends of any kind, and characters that change the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const active = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text whose characters with an effect are written as in JSON: `\u001b`. */
export function visibleText(text: string): string {
  return text.replace(active, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same for a cell of a line: tabs and line ends become spaces. */
export function visibleCell(text: string): string {
  return visibleText(text.replace(/[\t\r\n]+/g, ' '));
}
