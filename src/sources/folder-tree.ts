/**
 * A folder, or a single file, as a tree of entries. Links are not followed: their targets inside are read under their
 * own names.
 */

import type { Dirent, Stats } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './error-code.ts';
import { explainError } from './explain-error.ts';
import { withOpenFile } from './file-limit.ts';
import { defaultLimits } from './limits.ts';
import type { Entry, Skipped, Tree } from './tree.ts';
import { SourceError } from './types.ts';

/** Folders of tools. */
const passedOver = new Set(['.git', '.hg', '.svn', 'node_modules', '__pycache__']);

/** Lists a folder with everything below it; with `parts`, only those parts that exist. */
export async function openFolder(spec: string, folder: string, parts?: readonly string[]): Promise<Tree> {
  const walk: Walk = { root: folder, spec, entries: [], skipped: [] };
  if (parts === undefined) await walkInto(walk, '');
  for (const part of parts ?? []) {
    const found = await statOf(path.join(folder, part), path.join(spec, part));
    if (found?.isDirectory()) await walkInto(walk, part);
    else if (found?.isFile()) walk.entries.push(fileEntry(path.join(folder, part), part, found.size));
  }
  walk.entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    entries: walk.entries,
    skipped: walk.skipped,
    above: foldersOf(folder),
    nameOf: (inside) => path.join(spec, inside),
    close: async () => {},
  };
}

/** A file by itself as a tree with one entry. */
export function loneFile(spec: string, file: string, size: number): Tree {
  return {
    entries: [fileEntry(file, path.basename(file), size)],
    skipped: [],
    above: foldersOf(path.dirname(file)),
    nameOf: () => spec,
    close: async () => {},
  };
}

/** The names of a folder and of those above it, the nearest last. */
export function foldersOf(folder: string): string[] {
  return path.resolve(folder).split(path.sep).filter(Boolean);
}

interface Walk {
  readonly root: string;
  readonly spec: string;
  readonly entries: Entry[];
  readonly skipped: Skipped[];
}

async function walkInto(walk: Walk, inside: string): Promise<void> {
  const children = await childrenOf(walk, inside);
  await Promise.all(
    children.map(async (child) => {
      const childPath = inside === '' ? child.name : `${inside}/${child.name}`;
      const skip = (reason: string): void => {
        walk.skipped.push({ name: path.join(walk.spec, childPath), reason });
      };
      if (await isUnnamed(walk, childPath)) skip('its name is no UTF-8: rename it');
      else if (child.isDirectory()) {
        if (!passedOver.has(child.name)) await walkInto(walk, childPath);
      } else if (child.isFile()) walk.entries.push(fileEntry(path.join(walk.root, childPath), childPath, null));
      else if (child.isSymbolicLink()) skip('a link: name what it leads to');
      else skip('neither a file nor a folder');
    }),
  );
}

/** Whether a name has bytes that are no text: the text that stands for them names nothing. */
async function isUnnamed({ root, spec }: Walk, inside: string): Promise<boolean> {
  if (!path.basename(inside).includes('\ufffd')) return false;
  return (await statOf(path.join(root, inside), path.join(spec, inside))) === undefined;
}

async function childrenOf(walk: Walk, inside: string): Promise<Dirent[]> {
  const name = path.join(walk.spec, inside);
  try {
    return await withOpenFile(() => readdir(path.join(walk.root, inside), { withFileTypes: true }));
  } catch (error) {
    // The content is unknown: without this error, every comparison would say that nothing changed.
    throw explainError(name, error);
  }
}

/** The file's status; undefined if it does not exist. */
async function statOf(file: string, name: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw explainError(name, error);
  }
}

function fileEntry(file: string, inside: string, size: number | null): Entry {
  return {
    path: inside,
    size,
    head: (count) => withOpenFile(() => headOf(file, count)),
    bytes: () => withOpenFile(() => bytesOf(file)),
  };
}

async function headOf(file: string, count: number): Promise<Buffer> {
  await using handle = await open(file);
  const buffer = Buffer.allocUnsafe(count);
  const { bytesRead } = await handle.read(buffer, 0, count, 0);
  return buffer.subarray(0, bytesRead);
}

async function bytesOf(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > defaultLimits.member) throw new SourceError(`\`${file}\` is refused: larger than a document can be`);
  return readFile(file);
}
