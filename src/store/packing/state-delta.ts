/** What a state says that the state before it does not, and which of its bytes stand there already: most of a release is what was there before. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A piece of a state, and where one of the same name stands in the state that was written before. */
export interface Piece {
  readonly start: number;
  /** Its end, without the comma or the bracket that follows. */
  readonly end: number;
  /** Where the other one begins and ends; absent where there is none. */
  readonly from?: number;
  readonly fromEnd?: number;
  /** Whether both are known to be the same. */
  readonly isCopy?: true;
}

/** The bytes of a state, and its pieces in their order. */
export interface PiecedBytes {
  readonly bytes: Uint8Array;
  readonly pieces: readonly Piece[];
}

/** A state, told by the state before it. */
export interface Delta {
  /** Three numbers for each piece that stands in the state before: how many new bytes come first, where the piece begins there, how long it is. */
  readonly copies: readonly number[];
  /** The new bytes, compressed. */
  readonly data: Uint8Array;
}

/** What is told of a state where the one that was written before it is known. */
export function deltaBetween(before: Uint8Array, after: PiecedBytes): Delta {
  const copies = findCopies(before, after);
  const fresh = without(
    after.bytes,
    spansOf(copies).map(({ to, length }) => [to, to + length]),
  );
  return { copies, data: compressed(fresh, restOf(before, copies)) };
}

/** The bytes of a state, from those of the state before. Throws where the delta is none of them. */
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

/** What both states have, in the order of the newer one. */
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
    // What stands between two pieces is a comma, or little more: where it is the same too, both are one.
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

/** As far as two pieces may stand apart: names of sections are shorter. */
const maxGap = 100;

/** Where each piece is copied from and to. */
function spansOf(
  copies: readonly number[],
): readonly { readonly from: number; readonly to: number; readonly length: number }[] {
  const spans: { from: number; to: number; length: number }[] = [];
  let at = 0;
  for (let index = 0; index + 2 < copies.length; index += 3) {
    const [fresh = 0, from = 0, length = 0] = copies.slice(index, index + 3);
    spans.push({ from, to: at + fresh, length });
    at += fresh + length;
  }
  return spans;
}

/** What the state before has and the newer one does not take over: older words of what is new, so they are what new bytes are compressed by. */
function restOf(before: Uint8Array, copies: readonly number[]): Buffer {
  const spans = spansOf(copies).map(({ from, length }): [number, number] => [from, from + length]);
  return without(
    before,
    spans.sort(([a], [b]) => a - b),
  );
}

/** Bytes without some spans of them, which are in order. */
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

/** A dictionary counts as far as the window reaches; readers take windows up to this size without being asked. */
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
