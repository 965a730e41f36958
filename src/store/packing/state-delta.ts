/**
 * The difference between a state and the one before: new bytes, and copies of old ones, which are most of a release.
 */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A piece of a state, and where the piece of the same name is in the state that was written before. */
export interface Piece {
  readonly start: number;
  /** Its end, without the comma or the bracket that follows. */
  readonly end: number;
  /** Where the other piece begins and ends; absent if there is none. */
  readonly from?: number;
  readonly fromEnd?: number;
  /** Whether both pieces are known to be equal. */
  readonly isCopy?: true;
}

/** The bytes of a state, and its pieces in their order. */
export interface PiecedBytes {
  readonly bytes: Uint8Array;
  readonly pieces: readonly Piece[];
}

/** A state as its difference from the state before it. */
export interface Delta {
  /**
   * Three numbers for each copied piece: how many new bytes come before it, where it begins in the state before, and
   * its length.
   */
  readonly copies: readonly number[];
  /** The new bytes, compressed. */
  readonly data: Uint8Array;
}

/** The difference of a state from the one that was written before it. */
export function deltaBetween(before: Uint8Array, after: PiecedBytes): Delta {
  const copies = findCopies(before, after);
  const fresh = without(
    after.bytes,
    spansOf(copies).map(({ to, length }) => [to, to + length]),
  );
  return { copies, data: compressed(fresh, restOf(before, copies)) };
}

/** The bytes of a state, from those of the state before. Throws if the delta is damaged. */
export function applyDelta(before: Uint8Array, { copies, data }: Delta): Buffer {
  const spans = spansOf(copies);
  const fresh = decompressed(data, restOf(before, copies));
  const known = spans.reduce((sum, { length }) => sum + length, 0);
  const bytes = Buffer.allocUnsafe(known + fresh.length);
  let [at, used] = [0, 0];
  for (const { from, to, length } of spans) {
    const own = to - at;
    if (own < 0 || used + own > fresh.length || from + length > before.length)
      throw new Error('A delta of other bytes');
    bytes.set(fresh.subarray(used, used + own), at);
    used += own;
    bytes.set(before.subarray(from, from + length), to);
    at = to + length;
  }
  bytes.set(fresh.subarray(used), at);
  return bytes;
}

/** The pieces that both states have, in the order of the newer one. */
function findCopies(before: Uint8Array, { bytes, pieces }: PiecedBytes): readonly number[] {
  const isSame = (from: number, to: number, size: number) =>
    Buffer.compare(before.subarray(from, from + size), bytes.subarray(to, to + size)) === 0;
  const copies: number[] = [];
  let [from, to, length] = [0, 0, 0];
  let end = 0;
  const put = () => {
    if (length === 0) return;
    copies.push(to - end, from, length);
    end = to + length;
  };
  for (const piece of pieces) {
    const size = piece.end - piece.start;
    if (piece.from === undefined || piece.fromEnd !== piece.from + size) continue;
    if (piece.isCopy !== true && !isSame(piece.from, piece.start, size)) continue;
    const gap = piece.start - (to + length);
    // Two pieces are separated by a comma or a few more bytes: if these are equal too, the pieces are joined.
    const follows =
      length > 0 && gap < maxGap && piece.from - (from + length) === gap && isSame(from + length, to + length, gap);
    if (follows) length += gap + size;
    else {
      put();
      [from, to, length] = [piece.from, piece.start, size];
    }
  }
  put();
  return copies;
}

/** The greatest gap between two pieces that are joined: names of sections are shorter. */
const maxGap = 100;

/** Where each piece is copied from and to. */
function spansOf(
  copies: readonly number[],
): readonly { readonly from: number; readonly to: number; readonly length: number }[] {
  let at = 0;
  return Array.from({ length: Math.floor(copies.length / 3) }, (_, index) => {
    // There are three numbers for each.
    const [fresh, from, length] = [copies[index * 3], copies[index * 3 + 1], copies[index * 3 + 2]] as [
      number,
      number,
      number,
    ];
    const to = at + fresh;
    at = to + length;
    return { from, to, length };
  });
}

/**
 * The bytes of the state before that are not copied: they are similar to the new bytes, and serve as dictionary for
 * their compression.
 */
function restOf(before: Uint8Array, copies: readonly number[]): Buffer {
  const spans = spansOf(copies).map(({ from, length }): [number, number] => [from, from + length]);
  return without(
    before,
    spans.sort(([a], [b]) => a - b),
  );
}

/** Bytes without some spans, which are in order. */
function without(bytes: Uint8Array, spans: readonly (readonly [start: number, end: number])[]): Buffer {
  const rest: Uint8Array[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start > at) rest.push(bytes.subarray(at, start));
    at = Math.max(at, end);
  }
  rest.push(bytes.subarray(at));
  return Buffer.concat(rest);
}

/** The decompressor uses a dictionary only within its window; readers accept windows up to this size by default. */
const [minWindow, maxWindow] = [10, 27];

function compressed(bytes: Uint8Array, dictionary: Buffer): Uint8Array {
  const needed = Math.ceil(Math.log2(bytes.length + dictionary.length + 1));
  const window = Math.min(Math.max(needed, minWindow), maxWindow);
  return zstdCompressSync(bytes, {
    ...(dictionary.length === 0 ? {} : { dictionary }),
    params: { [constants.ZSTD_c_windowLog]: window },
  });
}

function decompressed(data: Uint8Array, dictionary: Buffer): Uint8Array {
  return zstdDecompressSync(data, dictionary.length === 0 ? {} : { dictionary });
}
