/** A zip or a wheel as a tree: its directory is read at once, its members only when they are needed. */
import path from 'node:path';
import type { Readable } from 'node:stream';
import { getFileNameLowLevel, type Entry as Member, openPromise, type ZipFile } from 'yauzl';
import { withOpenFile } from '../file-limit.ts';
import { foldersOf } from '../folder-tree.ts';
import { type Limits, Meter } from '../limits.ts';
import type { Entry, Skipped, Tree } from '../tree.ts';
import { SourceError } from '../types.ts';
import { leadsOut, pathInArchive, replacedMember } from './path-in-archive.ts';

/** Names are not decoded by yauzl, which would refuse the whole zip because of one bad name. */
const options = { autoClose: false, lazyEntries: true, decodeStrings: false };
const typeMask = 0o170_000;
const linkType = 0o120_000;

/**
 * Opens a zip. The sizes in its directory are checked against the bounds, and yauzl checks that members have these
 * sizes.
 */
export async function openZip(spec: string, file: string, size: number, limits: Limits): Promise<Tree> {
  const zip = await openPromise(file, options).catch((error: Error) => {
    throw damage(spec, error);
  });
  try {
    const { entries, skipped } = await listMembers(zip, spec, new Meter(spec, size, limits));
    return {
      entries,
      skipped,
      above: foldersOf(path.dirname(file)),
      nameOf: (inside) => `${spec}:${inside}`,
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    // yauzl rejects with errors.
    throw error instanceof SourceError ? error : damage(spec, error as Error);
  }
}

async function listMembers(
  zip: ZipFile,
  spec: string,
  meter: Meter,
): Promise<{ entries: Entry[]; skipped: Skipped[] }> {
  const entries = new Map<string, { readonly entry: Entry; readonly member: Member }>();
  const skipped: Skipped[] = [];
  for await (const member of zip.eachEntry()) {
    const name = getFileNameLowLevel(member.generalPurposeBitFlag, member.fileNameRaw, member.extraFields, false);
    meter.addMember(name, member.uncompressedSize);
    meter.addBytes(member.uncompressedSize);
    if (name.endsWith('/')) continue;
    const inside = pathInArchive(name);
    const reason = reasonToSkip(inside, member);
    if (inside === undefined || reason !== undefined) {
      skipped.push({ name: `${spec}:${name}`, reason: reason ?? '' });
      continue;
    }
    const former = entries.get(inside)?.member;
    if (former !== undefined && !isSameContent(former, member))
      skipped.push({ name: `${spec}:${name}`, reason: replacedMember });
    entries.set(inside, { entry: entryOf(zip, member, inside, spec), member });
  }
  const list = [...entries.values()].map(({ entry }) => entry);
  return { entries: list.sort((a, b) => (a.path < b.path ? -1 : 1)), skipped };
}

/** The directory of a zip has a sum of each content. */
function isSameContent(one: Member, other: Member): boolean {
  return one.crc32 === other.crc32 && one.uncompressedSize === other.uncompressedSize;
}

function reasonToSkip(inside: string | undefined, member: Member): string | undefined {
  if (inside === undefined) return leadsOut;
  if (inside === '') return 'without a name';
  if (member.isEncrypted()) return 'encrypted';
  if (((member.externalFileAttributes >>> 16) & typeMask) === linkType) return 'a link, which is not followed';
  return member.canDecodeFileData() ? undefined : 'packed in a way that is not read';
}

function entryOf(zip: ZipFile, member: Member, inside: string, spec: string): Entry {
  const read = (max: number): Promise<Buffer> =>
    withOpenFile(async () => {
      try {
        return await collect(await zip.openReadStreamPromise(member), max);
      } catch (error) {
        // yauzl rejects with errors here too.
        throw damage(`${spec}:${inside}`, error as Error);
      }
    });
  return {
    path: inside,
    size: member.uncompressedSize,
    head: read,
    bytes: () => read(Number.POSITIVE_INFINITY),
  };
}

async function collect(stream: Readable, max: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  // The library's streams give buffers.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= max) break;
  }
  const bytes = Buffer.concat(chunks, length);
  return length > max ? bytes.subarray(0, max) : bytes;
}

function damage(name: string, error: Error): SourceError {
  return new SourceError(`\`${name}\` is a damaged zip archive (${error.message}). Get it again`, { cause: error });
}
