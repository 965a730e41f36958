/** Measures the speed of reading: the best of a few runs after a warm-up. */
import { type DialectId, type Document, parseDocuments } from '../../src/parse/index.ts';

/** The input for one parser: groups of documents that belong together. */
export interface BenchInput {
  readonly name: string;
  readonly dialect: DialectId;
  readonly groups: readonly { readonly service: string | null; readonly documents: readonly Document[] }[];
  readonly bytes: number;
  /** The goal in MB/s. */
  readonly wanted?: number;
  /** The goal as a part of JSON.parse's speed. */
  readonly ofFloor?: number;
}

/** After so many milliseconds, an input has been read often enough in one round. */
const longEnough = 1_500;

/** MB/s of JSON.parse on texts. */
export function jsonFloor(texts: readonly string[]): number {
  return bestSpeed(bytesOf(texts), () => {
    for (const text of texts) JSON.parse(text);
  });
}

/** MB/s of the parser of an input. */
export function speedOf({ dialect, groups, bytes }: BenchInput): number {
  return bestSpeed(bytes, () => {
    for (const { service, documents } of groups) parseDocuments(dialect, documents, { service });
  });
}

/** The size of texts in a file, in bytes. */
export function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Milliseconds of the fastest run. */
export function bestTime(run: () => void, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < runs; count++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Reads for a while: small inputs until the code is warm, large ones three times. */
function bestSpeed(bytes: number, run: () => void): number {
  const end = performance.now() + longEnough;
  let best = bestTime(run, 3);
  while (performance.now() < end) best = Math.min(best, bestTime(run, 1));
  return bytes / 1e3 / best;
}
