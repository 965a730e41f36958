/** The characters in the tokens of request and response syntax, by their codes. */

/** Opening brackets of nested values. */
export const openings = new Set(['(', '[', '{']);
/** A letter or an underscore. */
export const isNameStart = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
/** Parameter names on the wire may contain dots and hyphens. */
export const isNamePart = (code: number) =>
  isNameStart(code) || (code >= 48 && code <= 57) || code === 46 || code === 45;
/** White space between tokens. */
export const isSpace = (code: number) =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 160;
/** `0` to `9`. */
export const isDigit = (code: number) => code >= 48 && code <= 57;
