/** Reads an entry as text: unpacks gzip and Zstandard, decodes, and limits its size. */

import { promisify } from 'node:util';
import { constants, gunzip, gunzipSync, zstdDecompress } from 'node:zlib';
import { type BytesKind, kindOfBytes } from './archives/kind-of-bytes.ts';
import { decodeText, isBinary } from './decode-text.ts';
import { errorCode } from './error-code.ts';
import { explainError, reasonOf } from './explain-error.ts';
import { defaultLimits, maxUnpacked } from './limits.ts';
import type { Entry, Tree } from './tree.ts';
import { SourceError } from './types.ts';

/** The number of characters of a document that are read to recognise it. */
export const headLength = 65_536;

/** The start of an entry, or the reason why it cannot be shown. */
export type Head = { readonly text: string } | { readonly reason: string };

const packedHead = 16_384;
const unpackGzip = promisify(gunzip);
const unpackZstandard = promisify(zstdDecompress);

/**
 * Reads the start of an entry as text; if it is not text, gives a reason. Rejects with one sentence on an error of the
 * disk.
 */
export async function readHead(tree: Tree, entry: Entry): Promise<Head> {
  try {
    const bytes = await entry.head(headLength);
    if (bytes.length === 0) return { reason: 'empty' };
    const kind = kindOfBytes(bytes);
    if (kind === 'zip' || kind === 'tar' || kind === 'xz' || kind === 'bzip2')
      return { reason: 'an archive inside: unpack it and name it by itself' };
    const head = (await unpackedStart(entry, bytes, kind)).subarray(0, headLength);
    if (head.length === 0) return { reason: 'empty' };
    return isBinary(head) ? { reason: 'no text' } : { text: decodeText(head) };
  } catch (error) {
    if (isDamage(error)) return { reason: 'damaged: it cannot be unpacked' };
    // Damage inside an archive is reported when the entry is read; after an error of the disk, the content is unknown.
    if (error instanceof SourceError) return { reason: reasonOf(error) };
    throw sentenceFor(tree.nameOf(entry.path), error);
  }
}

/** Reads a whole entry. Rejects with one sentence for people. */
export async function readEntry(tree: Tree, entry: Entry): Promise<string> {
  try {
    return decodeText(await unpacked(await entry.bytes()));
  } catch (error) {
    throw sentenceFor(tree.nameOf(entry.path), error);
  }
}

async function unpackedStart(entry: Entry, bytes: Buffer, kind: BytesKind): Promise<Buffer> {
  // With this flush mode zlib returns the bytes it has, even if the end is missing.
  if (kind === 'gzip') return gunzipSync(bytes.subarray(0, packedHead), { finishFlush: constants.Z_SYNC_FLUSH });
  return kind === 'zstandard' ? unpacked(await entry.bytes()) : bytes;
}

async function unpacked(bytes: Buffer): Promise<Buffer> {
  const kind = kindOfBytes(bytes);
  if (kind !== 'gzip' && kind !== 'zstandard') return bytes;
  const options = { maxOutputLength: maxUnpacked(bytes.length, defaultLimits) };
  return kind === 'gzip' ? unpackGzip(bytes, options) : unpackZstandard(bytes, options);
}

function sentenceFor(name: string, error: unknown): SourceError {
  const code = errorCode(error) ?? '';
  if (code === 'ERR_BUFFER_TOO_LARGE' || code === 'ERR_STRING_TOO_LONG')
    return new SourceError(`\`${name}\` is refused: it unpacks to more than a document can be`);
  if (isDamage(error)) return new SourceError(`\`${name}\` is damaged: ${error.message}. Get it again`);
  return explainError(name, error);
}

function isDamage(error: unknown): error is NodeJS.ErrnoException {
  return /^(?:Z_|ZSTD_)/.test(errorCode(error) ?? '');
}
