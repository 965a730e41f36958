/**
 * Cleans a text before parsing: repairs UTF-8 that was read as Windows-1252, and replaces characters that a text cannot
 * contain.
 */
import { type Messages, quote } from '../messages.ts';

/** Characters of Windows-1252 at the codes where Latin-1 has control characters, by their byte. */
const windows1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  ƒ: 0x83,
  '„': 0x84,
  '…': 0x85,
  '†': 0x86,
  '‡': 0x87,
  ˆ: 0x88,
  '‰': 0x89,
  Š: 0x8a,
  '‹': 0x8b,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '˜': 0x98,
  '™': 0x99,
  š: 0x9a,
  '›': 0x9b,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

/** The first byte of a UTF-8 sequence and the bytes after it, each one as its Windows-1252 character. */
const mojibake = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}/g;
const strict = new TextDecoder('utf-8', { fatal: true });

/** Characters that may be parts of misread ones, and white space that is neither a plain space nor one that does not break. */
const unusual = /[\t\u00c2-\u00f4\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]/;

/**
 * Whether no character of a text can be a misread one or white space of another kind. Most texts are so, and need to be
 * looked through only once.
 */
export function isUsual(text: string): boolean {
  return !unusual.test(text);
}

/**
 * Repairs a text, with a message for every changed line. Line numbers stay; columns count repaired characters.
 * `usual`: what `isUsual` said of it.
 */
export function cleanText(text: string, messages: Messages, usual = isUsual(text)): string {
  let clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  // A lone CR was once the end of a line; all other code expects LF, with or without a CR before it.
  if (clean.includes('\r')) clean = clean.replace(/\r(?!\n)/g, '\n');
  if (!usual) clean = repaired(clean, messages);
  if (clean.includes('\u0000') || !clean.isWellFormed()) clean = replaced(clean, messages);
  return /^\s*[{[]/.test(clean) ? withoutHalves(clean, messages) : clean;
}

/** An escape of JSON. Halves of a surrogate pair that belong together are one, and so are the two signs of `\\\\`. */
const jsonEscape = /\\(?:u(?:d[89ab][0-9a-f]{2}(\\ud[c-f][0-9a-f]{2})?|(d[c-f][0-9a-f]{2}))|[\s\S])/gi;

/**
 * Replaces half a surrogate pair that JSON states by an escape. No file and no page can have one: they would be written
 * as another character, and nobody would hear of it.
 */
export function withoutHalves(json: string, messages: Messages): string {
  // Nearly no text has such an escape, and to replace nothing would take a tenth of the time to read a model.
  if (!hasHalfEscape(json, '\\ud') && !hasHalfEscape(json, '\\uD')) return json;
  let line = 1;
  let counted = 0;
  return json.replace(jsonEscape, (found, second: string | undefined, lone: string | undefined, offset: number) => {
    if (!/^\\ud/i.test(found) || (second !== undefined && lone === undefined)) return found;
    line += json.slice(counted, offset).split('\n').length - 1;
    counted = offset;
    const column = offset - json.lastIndexOf('\n', offset);
    messages.add('replaced-character', `${quote(found)}, which is half a character`, { line, column });
    return '\\ufffd';
  });
}

/**
 * Whether a text has an escape with this beginning that stands for half a character: `\ud83d`. Patterns of models often
 * have `\\ud83d`, whose first sign escapes the second one, and `\ud7ff`, which is no half.
 */
function hasHalfEscape(json: string, beginning: string): boolean {
  for (let at = json.indexOf(beginning); at !== -1; at = json.indexOf(beginning, at + 1)) {
    let signs = 1;
    while (json.charCodeAt(at - signs) === backslash) signs++;
    if (signs % 2 === 1 && halfDigit.test(json.charAt(at + beginning.length))) return true;
  }
  return false;
}

const backslash = 0x5c;
const halfDigit = /[89a-f]/i;

/**
 * Gives one message if a text has U+FFFD, which decoders write for bytes that are no text: the character that was there
 * is lost. Most texts have none, and many no character at all beyond one byte: then the search ends at once.
 */
export function sayUndecoded(text: string, messages: Messages): void {
  const at = text.indexOf('\ufffd');
  if (at === -1) return;
  const line = text.slice(0, at).split('\n').length;
  const column = at - text.lastIndexOf('\n', at);
  messages.add('undecoded-bytes', 'U+FFFD, which stands for bytes that are no text', { line, column });
}

/** Whether a document is not text: it has NULs, or many bytes that are not UTF-8. */
export function isBinaryText(text: string): boolean {
  const head = text.slice(0, 8_000);
  if (head.includes('\u0000')) return true;
  const broken = head.split('\ufffd').length - 1;
  return broken > head.length / 20;
}

function repaired(text: string, messages: Messages): string {
  let line = 1;
  let counted = 0;
  let said = 0;
  return text.replace(mojibake, (found, offset: number) => {
    const decoded = decode(found);
    if (decoded === undefined) return found;
    line += text.slice(counted, offset).split('\n').length - 1;
    counted = offset;
    if (said !== line) messages.add('repaired-encoding', quote(found), { line, column: 1 });
    said = line;
    return decoded;
  });
}

/** The text of the bytes in `found`, read as UTF-8; the sequence may be shorter than `found`. */
function decode(found: string): string | undefined {
  const bytes = [...found].map((char) => windows1252[char] ?? char.charCodeAt(0));
  const lead = bytes[0] as number;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (bytes.length < length) return undefined;
  try {
    return strict.decode(Uint8Array.from(bytes.slice(0, length))) + found.slice(length);
  } catch {
    return undefined;
  }
}

function replaced(text: string, messages: Messages): string {
  const clean = text.replaceAll('\u0000', '\ufffd').toWellFormed();
  let line = 1;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) === 10) {
      line++;
      start = at + 1;
    } else if (text.charCodeAt(at) !== clean.charCodeAt(at))
      messages.add('replaced-character', 'character that no text has', { line, column: at - start + 1 });
  }
  return clean;
}
