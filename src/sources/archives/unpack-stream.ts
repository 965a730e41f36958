/** The unpacked bytes of a file as a stream: gzip, xz, Zstandard, or not packed. */
import { createReadStream } from 'node:fs';
import { pipeline, Readable, type Transform } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import xz from 'xz-decompress';
import type { Meter } from '../limits.ts';
import { SourceError } from '../types.ts';
import type { BytesKind } from './kind-of-bytes.ts';

/** The bytes come in larger pieces than usual, and so in fewer steps. */
const pieces = { highWaterMark: 2 ** 18, chunkSize: 2 ** 18 };

/** Unpacks a file as a stream; the meter stops files that grow too large. */
export async function* unpackStream(file: string, kind: BytesKind, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const chunk of outputOf(file, kind)) {
    meter.addBytes(chunk.length);
    yield chunk;
  }
}

function outputOf(file: string, kind: BytesKind): AsyncIterable<Uint8Array> {
  const input = createReadStream(file, pieces);
  if (kind === 'gzip') return through(input, createGunzip(pieces));
  if (kind === 'zstandard') return through(input, createZstdDecompress(pieces));
  if (kind === 'xz')
    // Node's web streams and those of the library's declarations are the same, under two names.
    return new xz.XzReadableStream(Readable.toWeb(input) as never) as unknown as ReadableStream<Uint8Array>;
  if (kind === 'bzip2')
    throw new SourceError(`\`${file}\` is packed with bzip2, which is not read. Pack it with gzip, xz or zstd`);
  return input;
}

/** A reader of the output gets the errors of both streams; both are closed together. */
function through(input: Readable, unpack: Transform): Transform {
  return pipeline(input, unpack, () => {});
}
