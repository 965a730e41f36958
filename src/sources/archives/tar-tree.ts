/** Reads a packed or plain tar once as a stream into a spool; also a single packed document. */

import path from 'node:path';
import { Readable } from 'node:stream';
import { extract, type Header } from 'tar-stream';
import { errorCode } from '../error-code.ts';
import { explainError } from '../explain-error.ts';
import { foldersOf } from '../folder-tree.ts';
import { type Limits, Meter } from '../limits.ts';
import type { Entry, Skipped, Tree } from '../tree.ts';
import { SourceError } from '../types.ts';
import { type BytesKind, kindOfBytes, markLength } from './kind-of-bytes.ts';
import { leadsOut, pathInArchive, replacedMember } from './path-in-archive.ts';
import { Spool } from './spool.ts';
import { unpackStream } from './unpack-stream.ts';

/** A file that must be unpacked as a stream. */
export interface PackedFile {
  readonly spec: string;
  readonly file: string;
  readonly kind: BytesKind;
  readonly size: number;
}

/** Opens a packed file: the members of the tar inside it, or its one document. */
export async function openPacked(packed: PackedFile, limits: Limits): Promise<Tree> {
  const spool = await Spool.open();
  try {
    const meter = new Meter(packed.spec, packed.size, limits);
    const chunks = unpackStream(packed.file, packed.kind, meter);
    const first = await firstBytes(chunks);
    const all = joined(first, chunks);
    const isTar = kindOfBytes(first) === 'tar';
    const { entries, skipped } = isTar
      ? await readTar(all, spool, meter, packed.spec)
      : await readLone(all, spool, packed);
    await spool.flush();
    return {
      entries,
      skipped,
      above: foldersOf(path.dirname(packed.file)),
      nameOf: (inside) => (isTar ? `${packed.spec}:${inside}` : packed.spec),
      close: () => spool.close(),
    };
  } catch (error) {
    await spool.close();
    throw damage(packed, error);
  }
}

interface Members {
  readonly entries: Entry[];
  readonly skipped: Skipped[];
}

async function readTar(chunks: AsyncIterable<Uint8Array>, spool: Spool, meter: Meter, spec: string): Promise<Members> {
  const tar = extract();
  const input = Readable.from(chunks, { objectMode: false, highWaterMark: 2 ** 20 });
  input.on('error', (error) => tar.destroy(error));
  // The library's parser accepts a stream's input, but is not declared as a stream.
  input.pipe(tar as unknown as NodeJS.WritableStream);
  const entries = new Map<string, Entry>();
  const skipped: Skipped[] = [];
  try {
    for await (const member of tar) {
      const { header } = member;
      meter.addMember(header.name, header.size ?? 0);
      const inside = pathInArchive(header.name);
      const reason = reasonToSkip(inside, header);
      if (inside !== undefined && reason === undefined) {
        const former = entries.get(inside);
        // The library declares a stream that has no iterator.
        const entry = await spool.add(inside, member as unknown as AsyncIterable<Uint8Array>);
        // As in tar: if two members have one name, the last one is used.
        entries.set(inside, entry);
        if (former === undefined) continue;
        await spool.flush();
        if (!(await former.bytes()).equals(await entry.bytes()))
          skipped.push({ name: `${spec}:${header.name}`, reason: replacedMember });
        continue;
      }
      if (reason !== undefined && reason !== '') skipped.push({ name: `${spec}:${header.name}`, reason });
      member.resume();
    }
  } finally {
    input.destroy();
  }
  return { entries: [...entries.values()], skipped };
}

/** The reason to skip a member; empty for a folder, which needs no message. */
function reasonToSkip(inside: string | undefined, { type }: Header): string | undefined {
  if (inside === undefined) return leadsOut;
  if (inside === '' && type !== 'directory') return 'without a name';
  if (type === 'file' || type === 'contiguous-file') return undefined;
  if (type === 'directory') return '';
  return type === 'link' || type === 'symlink' ? 'a link, which is not followed' : 'neither a file nor a folder';
}

async function readLone(chunks: AsyncIterable<Uint8Array>, spool: Spool, packed: PackedFile): Promise<Members> {
  const name = path.basename(packed.file).replace(/\.(?:gz|xz|zst)$/i, '');
  return { entries: [await spool.add(name, chunks)], skipped: [] };
}

async function firstBytes(chunks: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  let first = Buffer.alloc(0);
  while (first.length < markLength) {
    const { value, done } = await chunks.next();
    if (done) break;
    first = Buffer.concat([first, value]);
  }
  return first;
}

async function* joined(first: Buffer, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}

function damage(packed: PackedFile, error: unknown): SourceError {
  const code = errorCode(error) ?? '';
  // Errors of zlib and tar have no system code.
  if (error instanceof SourceError || /^E[A-Z]+$/.test(code)) return explainError(packed.spec, error);
  const message = error instanceof Error ? error.message : String(error);
  if (isBeyondUnpacker(message))
    return new SourceError(
      `\`${packed.spec}\` is packed in a rare way that is not read. Unpack it yourself and name the folder`,
    );
  return new SourceError(
    `\`${packed.spec}\` is a damaged or cut ${packed.kind} archive (${tarSentence(message)}). Get it again`,
    {
      cause: error,
    },
  );
}

/** A sentence for an error; xz's errors are numbers of xz-embedded's `enum xz_ret`. */
function tarSentence(message: string): string {
  const code = xzCodeIn(message);
  if (code === undefined) return message;
  return code === '8' ? 'it ends too early' : 'its data is not what was packed';
}

/**
 * A check other than CRC, a dictionary of more than 64 MiB, or a filter: the file is valid, but the unpacker does not
 * support it.
 */
function isBeyondUnpacker(message: string): boolean {
  return ['2', '3', '4', '6'].includes(xzCodeIn(message) ?? '');
}

function xzCodeIn(message: string): string | undefined {
  return /failed with error code (\d)/.exec(message)?.[1];
}
