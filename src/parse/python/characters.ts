/** The characters in the tokens of request and response syntax, by their codes. */

/** Of characters, as `charCodeAt` gives them. */
export const codes = {
  ...{ tab: 9, lineFeed: 10, formFeed: 12, carriageReturn: 13, space: 32, noBreakSpace: 160 },
  ...{ quote: 39, doubleQuote: 34, comma: 44, colon: 58, dot: 46, equals: 61, minus: 45, bar: 124, underscore: 95 },
  ...{ openRound: 40, closeRound: 41, openSquare: 91, closeSquare: 93, openCurly: 123, closeCurly: 125 },
  ...{ zero: 48, nine: 57, A: 65, Z: 90, a: 97, letterB: 98, z: 122 },
} as const;

/** Opening brackets of nested values. */
export const openings = new Set(['(', '[', '{']);
/** A letter or an underscore. */
export const isNameStart = (code: number) =>
  (code >= codes.a && code <= codes.z) || (code >= codes.A && code <= codes.Z) || code === codes.underscore;
/** Parameter names on the wire may contain dots and hyphens. */
export const isNamePart = (code: number) =>
  isNameStart(code) || (code >= codes.zero && code <= codes.nine) || code === codes.dot || code === codes.minus;
/** White space between tokens. */
export const isSpace = (code: number) =>
  code === codes.space ||
  code === codes.lineFeed ||
  code === codes.carriageReturn ||
  code === codes.tab ||
  code === codes.formFeed ||
  code === codes.noBreakSpace;
/** `0` to `9`. */
export const isDigit = (code: number) => code >= codes.zero && code <= codes.nine;

/** Quotation marks, each with the one that ends its string. Editors put curved ones in the place of straight ones. */
export const quotes: ReadonlyMap<number, number> = new Map([
  [codes.quote, codes.quote],
  [codes.doubleQuote, codes.doubleQuote],
  [0x2018, 0x2019],
  [0x2019, 0x2019],
  [0x201c, 0x201d],
  [0x201d, 0x201d],
]);
