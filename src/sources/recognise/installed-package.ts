/**
 * Finds an installed package with sources (botocore, for instance), its wheel or a checkout: it names its version and
 * contains every service.
 */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { dialects, type PackageLayout } from '../../parse/dialects/index.ts';
import { decodeText } from '../decode-text.ts';
import { readEntry } from '../read-entry.ts';
import { findEntry, type Tree } from '../tree.ts';

/** A package inside a tree. */
export interface InstalledPackage {
  readonly layout: PackageLayout;
  /** The folders before the package in the paths of the tree. */
  readonly prefix: string;
  readonly version: string | null;
}

/** A package on disk: its folder, and its parts that are worth reading. */
export interface PackageFolder {
  readonly layout: PackageLayout;
  readonly base: string;
  /** How many folders it lies above the path that the user named. */
  readonly up: number;
}

const layouts: readonly PackageLayout[] = dialects.flatMap((dialect) => dialect.package ?? []);

/** Looks for a package in the entries of a tree. */
export async function findPackage(tree: Tree): Promise<InstalledPackage | undefined> {
  for (const layout of layouts) {
    const prefixes = tree.entries
      .filter(({ path: file }) => file === layout.code || file.endsWith(`/${layout.code}`))
      .map(({ path: file }) => file.slice(0, -layout.code.length))
      .sort((a, b) => a.length - b.length);
    for (const prefix of prefixes) {
      if (!tree.entries.some((entry) => entry.path.startsWith(`${prefix}${layout.data}/`))) continue;
      return { layout, prefix, version: await versionIn(tree, prefix, layout) };
    }
  }
  return undefined;
}

/** Whether an entry belongs to the parts of a package that are read. */
export function isPartOfPackage({ layout, prefix }: InstalledPackage, entryPath: string): boolean {
  return entryPath.startsWith(prefix) && layout.isPart(entryPath.slice(prefix.length));
}

/** Recognises the folder that contains a package, the package itself, and the folders between it and its data. */
export async function findPackageFolder(folder: string): Promise<PackageFolder | undefined> {
  for (const layout of layouts) {
    const inside = layout.data.split('/');
    for (let up = 0; up <= inside.length; up++) {
      const base = path.resolve(folder, ...Array.from({ length: up }, () => '..'));
      if (path.relative(base, path.resolve(folder)) !== path.join(...inside.slice(0, up))) continue;
      if ((await exists(path.join(base, layout.code))) && (await exists(path.join(base, layout.data))))
        return { layout, base, up };
    }
  }
  return undefined;
}

/** The version of the package around a folder or file: `…/botocore/data/elbv2`. */
export async function versionAround(above: readonly string[]): Promise<string | null> {
  for (const { data, code, versionInCode } of layouts) {
    const inside = data.split('/');
    const at = above.lastIndexOf(inside[0] ?? '');
    if (at === -1 || inside.some((name, index) => above[at + index] !== name)) continue;
    const file = path.resolve(path.sep, ...above.slice(0, at), ...code.split('/'));
    return versionInCode(decodeText(await readFile(file).catch(() => Buffer.alloc(0))));
  }
  return null;
}

async function versionIn(tree: Tree, prefix: string, layout: PackageLayout): Promise<string | null> {
  const code = findEntry(tree, `${prefix}${layout.code}`);
  const version = code && layout.versionInCode(await readEntry(tree, code));
  if (version) return version;
  const metadata = tree.entries.find(
    (entry) => entry.path.startsWith(prefix) && layout.isMetadata(entry.path.slice(prefix.length)),
  );
  return layout.versionInMetadata(metadata ? await readEntry(tree, metadata) : '');
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
