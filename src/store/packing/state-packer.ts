/**
 * Packs the states of one service as deltas, with a whole state now and then, so that reading need not begin at the
 * first.
 */
import type { Service } from '../../model/index.ts';
import { compressed, maxDepth, type Packed } from './blobs.ts';
import { contentHash } from './content-hash.ts';
import { ServiceWriter } from './service-bytes.ts';
import { deltaBetween, type PiecedBytes } from './state-delta.ts';

/** The state that was written last. */
interface Before {
  readonly hash: string;
  readonly bytes: Uint8Array;
  /** Its depth: how many bases it has. */
  readonly depth: number;
  /** Absent if it was packed by an earlier run. */
  readonly packed?: Packed;
}

/** Packs states, each as a delta from the one before, unless that one has too many bases. */
export class StatePacker {
  readonly #writer = new ServiceWriter();
  #before: Before | undefined;

  /** Takes a state that is already packed under a name as the base of the next one. */
  goOnFrom(service: Service, name: string, depth: number): void {
    const { bytes } = this.#writer.write(service);
    // Reading and writing a state of an older version may give other bytes.
    this.#before = contentHash(bytes) === name ? { hash: name, bytes, depth } : undefined;
  }

  /** Packs a state. */
  pack(service: Service): Packed {
    const written = this.#writer.write(service);
    const { bytes } = written;
    const hash = contentHash(bytes);
    const before = this.#before;
    if (before?.hash === hash) {
      const packed = before.packed ?? { hash, data: compressed(bytes) };
      this.#before = { ...before, bytes, packed };
      return packed;
    }
    const isWhole = before === undefined || before.depth >= maxDepth;
    const packed = isWhole ? { hash, data: compressed(bytes) } : packedBy(before, hash, written);
    this.#before = { hash, bytes, packed, depth: isWhole ? 0 : before.depth + 1 };
    return packed;
  }
}

/** Names states without storing them. */
export class StateNames {
  readonly #writer = new ServiceWriter();

  /** The name that the state would be stored under. */
  of(service: Service): string {
    return contentHash(this.#writer.write(service).bytes);
  }
}

function packedBy(before: Before, hash: string, after: PiecedBytes): Packed {
  const { copies, data } = deltaBetween(before.bytes, after);
  return { hash, data, base: { hash: before.hash, copies } };
}
