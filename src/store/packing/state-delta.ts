/** What a state says that the state before it does not, and which of its bytes stand there already: most of a release is what was there before. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A part of a state: an operation, a shape, or what is said of the service as a whole. */
export interface PartPlace {
  /** Tells it from the other parts of its state. */
  readonly key: string;
  /** Its bytes, without the comma or the bracket that follows. */
  readonly start: number;
  readonly end: number;
}

/** The bytes of a state, and where its parts stand in them. */
export interface PartedBytes {
  readonly bytes: Uint8Array;
  readonly parts: readonly PartPlace[];
}

/** A state, told by the state before it. */
export interface Delta {
  /** Three numbers for each piece that stands in the state before: how many new bytes come first, where the piece begins there, how long it is. */
  readonly copies: readonly number[];
  /** The new bytes, compressed. */
  readonly data: Uint8Array;
}

/** What is told of `after` where `before` is known. */
export function deltaBetween(before: PartedBytes, after: PartedBytes): Delta {
  const copies = findCopies(before, after);
  const fresh = without(
    after.bytes,
    spansOf(copies).map(({ to, length }) => [to, to + length]),
  );
  return { copies, data: compressed(fresh, restOf(before.bytes, copies)) };
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

/** Pieces that both states have, in the order of the newer one. */
function findCopies(before: PartedBytes, after: PartedBytes): readonly number[] {
  const places = new PartPlaces(before.parts);
  const copies: number[] = [];
  let [from, to, length] = [0, 0, 0];
  let end = 0;
  const put = () => {
    if (length === 0) return;
    copies.push(to - end, from, length);
    end = to + length;
  };
  for (const part of after.parts) {
    const known = places.of(part.key);
    const size = part.end - part.start;
    if (
      known === undefined ||
      known.end - known.start !== size ||
      !isSame(before, known.start, after, part.start, size)
    )
      continue;
    const gap = part.start - (to + length);
    // What stands between two parts is a comma, or little more: where it is the same too, both are one piece.
    const follows =
      length > 0 &&
      gap >= 0 &&
      gap < maxGap &&
      known.start - (from + length) === gap &&
      isSame(before, from + length, after, to + length, gap);
    if (follows) length += gap + size;
    else {
      put();
      [from, to, length] = [known.start, part.start, size];
    }
  }
  put();
  return copies;
}

/** The names of shapes stand before them. */
const maxGap = 1_000;

function isSame(a: PartedBytes, from: number, b: PartedBytes, to: number, size: number): boolean {
  return Buffer.compare(a.bytes.subarray(from, from + size), b.bytes.subarray(to, to + size)) === 0;
}

/** Where parts stand; asked for one after the other, in an order that is nearly the one in which they stand. */
class PartPlaces {
  readonly #parts: readonly PartPlace[];
  #next = 0;
  #byKey: ReadonlyMap<string, number> | undefined;

  constructor(parts: readonly PartPlace[]) {
    this.#parts = parts;
  }

  of(key: string): PartPlace | undefined {
    let place: number | undefined = this.#next;
    if (this.#parts[place]?.key !== key) {
      this.#byKey ??= new Map(this.#parts.map((part, at) => [part.key, at]));
      place = this.#byKey.get(key);
    }
    if (place === undefined) return undefined;
    this.#next = place + 1;
    return this.#parts[place];
  }
}

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
