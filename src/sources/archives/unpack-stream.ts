/** The bytes of a packed file as they come out: gzip, xz, Zstandard, or as they are. */
import { createReadStream } from 'node:fs';
import { pipeline, Readable, type Transform } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import xz from 'xz-decompress';
import type { Meter } from '../limits.ts';
import { SourceError } from '../types.ts';
import type { BytesKind } from './kind-of-bytes.ts';

const chunkLength = 2 ** 18;

/** Streams a file unpacked; the meter stops what grows too large. */
export async function* unpackStream(file: string, kind: BytesKind, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const chunk of outputOf(file, kind)) {
    meter.addBytes(chunk.length);
    yield chunk;
  }
}

function outputOf(file: string, kind: BytesKind): AsyncIterable<Uint8Array> {
  const input = createReadStream(file, { highWaterMark: chunkLength });
  if (kind === 'gzip') return through(input, createGunzip({ chunkSize: chunkLength }));
  if (kind === 'zstandard') return through(input, createZstdDecompress({ chunkSize: chunkLength }));
  if (kind === 'xz')
    // Node's streams of the web and those of the library's declarations are one, under two names.
    return new xz.XzReadableStream(Readable.toWeb(input) as never) as unknown as ReadableStream<Uint8Array>;
  if (kind === 'bzip2')
    throw new SourceError(`\`${file}\` is packed with bzip2, which is not read. Pack it with gzip, xz or zstd`);
  return input;
}

/** Whoever reads the output gets the error of either; both are closed with it. */
function through(input: Readable, unpack: Transform): Transform {
  return pipeline(input, unpack, () => {});
}
