/** Characters that HTML does not allow: a source may have them, in a pattern for example. */

/** Control characters but for spaces and line ends, and code points that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const forbidden = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** The HTML with such characters as in JSON: `\u0085` (https://html.spec.whatwg.org/#preprocessing-the-input-stream). */
export function withAllowedCharacters(html: string): string {
  return html.replace(forbidden, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
