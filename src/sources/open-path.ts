/** Opens a path as a tree: a folder, a document, an archive, or a member of an archive. */
import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { kindOfBytes, markLength } from './archives/kind-of-bytes.ts';
import { openPacked } from './archives/tar-tree.ts';
import { openZip } from './archives/zip-tree.ts';
import { explainError } from './explain-error.ts';
import { foldersOf, loneFile, openFolder } from './folder-tree.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { findPackageFolder, versionAround } from './recognise/installed-package.ts';
import type { Surroundings } from './recognise/recognise.ts';
import type { Tree } from './tree.ts';
import { SourceError } from './types.ts';

/** A tree, and the facts that its surroundings state. */
export interface OpenedPath {
  readonly tree: Tree;
  readonly around: Surroundings;
  /** A single document: an error in it is an error of the source. */
  readonly isLone: boolean;
}

/** Opens the path that the user named. */
export async function openPath(spec: string, limits: Limits = defaultLimits): Promise<OpenedPath> {
  if (spec === '')
    throw new SourceError('An empty name is no source. Name a file, a folder, an archive or `git:<repository>@<tag>`');
  if (await exists(spec)) return openWhole(spec, limits);
  const member = await splitMember(spec);
  if (member === undefined) throw explainError(spec, await whyNot(spec));
  const { tree, around } = await openWhole(member.archive, limits);
  try {
    return { ...narrowed(tree, member, spec), around };
  } catch (error) {
    await tree.close();
    throw error;
  }
}

async function openWhole(spec: string, limits: Limits): Promise<OpenedPath> {
  try {
    // A link that the user named is followed; links below it are not.
    const file = await realpath(spec);
    const found = await stat(file);
    if (found.isDirectory()) return { ...(await openDirectory(spec, file)), isLone: false };
    if (!found.isFile())
      throw new SourceError(
        `\`${spec}\` is neither a file nor a folder. Write what it gives into a file and name that`,
      );
    const tree = await openFile(spec, file, found.size, limits);
    return {
      tree,
      around: { version: await versionAround(tree.above) },
      isLone: tree.entries.length === 1 && tree.nameOf('') === spec,
    };
  } catch (error) {
    throw explainError(spec, error);
  }
}

async function openDirectory(spec: string, folder: string): Promise<Omit<OpenedPath, 'isLone'>> {
  const found = await findPackageFolder(folder);
  if (!found)
    return { tree: await openFolder(spec, folder), around: { version: await versionAround(foldersOf(folder)) } };
  const base = path.join(spec, ...Array.from({ length: found.up }, () => '..'));
  return { tree: await openFolder(base, found.base, found.layout.parts), around: {} };
}

async function openFile(spec: string, file: string, size: number, limits: Limits): Promise<Tree> {
  const kind = kindOfBytes(await firstBytes(file));
  if (kind === 'plain') return loneFile(spec, file, size);
  return kind === 'zip' ? openZip(spec, file, size, limits) : openPacked({ spec, file, kind, size }, limits);
}

async function firstBytes(file: string): Promise<Buffer> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(markLength), 0, markLength, 0);
  return buffer.subarray(0, bytesRead);
}

interface Member {
  readonly archive: string;
  readonly inside: string;
}

/** `x.tar.xz:folder/file`: the archive is the shortest part before a colon that is a file. */
async function splitMember(spec: string): Promise<Member | undefined> {
  for (let at = spec.indexOf(':'); at !== -1; at = spec.indexOf(':', at + 1)) {
    const archive = spec.slice(0, at);
    const found = archive === '' ? undefined : await stat(archive).catch(() => undefined);
    const inside = spec
      .slice(at + 1)
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/');
    if (found?.isFile()) return { archive, inside };
  }
  return undefined;
}

/** Only one member, or one folder, of an archive. */
function narrowed(tree: Tree, { archive, inside }: Member, spec: string): Omit<OpenedPath, 'around'> {
  if (tree.nameOf('') === archive)
    throw new SourceError(`\`${archive}\` is no archive, so it has no \`${inside}\`. Name the file alone`);
  const one = tree.entries.filter((entry) => entry.path === inside);
  const entries =
    one.length > 0 ? one : tree.entries.filter((entry) => inside === '' || entry.path.startsWith(`${inside}/`));
  if (entries.length === 0) {
    const tops = [...new Set(tree.entries.map((entry) => entry.path.split('/')[0]))];
    const list = tops
      .slice(0, 5)
      .map((top) => `\`${top}\``)
      .join(', ');
    throw new SourceError(
      `\`${spec}\` does not exist: at its top \`${archive}\` holds ${list || 'nothing'}${tops.length > 5 ? ', …' : ''}`,
    );
  }
  return { tree: { ...tree, entries, close: () => tree.close() }, isLone: one.length > 0 };
}

async function exists(file: string): Promise<boolean> {
  return (await whyNot(file)) === undefined;
}

async function whyNot(file: string): Promise<unknown> {
  return stat(file).then(
    () => undefined,
    (error: unknown) => error,
  );
}
