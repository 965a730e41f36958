/** Recognises archives and packed files by their first bytes. */

/** Packed streams first, then archives. */
export type BytesKind = 'gzip' | 'xz' | 'zstandard' | 'bzip2' | 'zip' | 'tar' | 'plain';

/** How many bytes are enough to recognise all kinds: the mark of a tar is at offset 257. */
export const markLength = 512;

const marks: readonly (readonly [BytesKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An empty zip has only its end record.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
];

/** Recognises a file by its first `markLength` bytes. */
export function kindOfBytes(head: Buffer): BytesKind {
  for (const [kind, mark] of marks) {
    if (!mark.every((byte, index) => head[index] === byte)) continue;
    // `BZh` could also begin a text, so the level and the block's mark after it are checked too.
    if (kind !== 'bzip2' || head.subarray(4, 7).equals(Buffer.from([0x31, 0x41, 0x59]))) return kind;
  }
  if (head.length >= markLength && (head.toString('latin1', 257, 262) === 'ustar' || isOldTar(head))) return 'tar';
  return 'plain';
}

/** A tar from before 1988 has no mark, but a checksum in its header. */
function isOldTar(head: Buffer): boolean {
  const written = /^ *([0-7]{1,6})[ \0]/.exec(head.toString('latin1', 148, 156))?.[1];
  if (written === undefined || head[0] === 0) return false;
  let sum = 8 * 0x20;
  for (let index = 0; index < markLength; index++) if (index < 148 || index > 155) sum += head[index] ?? 0;
  return sum === Number.parseInt(written, 8);
}
