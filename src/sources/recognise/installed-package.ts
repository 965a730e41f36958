/** Finds an installed botocore, a wheel of it or a checkout: the package names its version and shows every service. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readEntry } from '../read-entry.ts';
import { findEntry, type Tree } from '../tree.ts';
import { isVersion } from '../versions.ts';

/** A package inside a tree. */
export interface InstalledPackage {
  /** What stands before `botocore/` in the paths of the tree. */
  readonly prefix: string;
  readonly version: string | null;
}

/** A package on disk: where its folder stands, and what of it is worth reading. */
export interface PackageFolder {
  readonly base: string;
  /** How many folders above what the user named. */
  readonly up: number;
}

/** The parts of a package, or of a checkout, that are read. */
export const packageParts = ['botocore/data', 'botocore/__init__.py', 'CHANGELOG.rst', '.changes'] as const;

/** Looks for the package in the entries of a tree. */
export async function findPackage(tree: Tree): Promise<InstalledPackage | undefined> {
  const prefixes = tree.entries
    .filter((entry) => /(?:^|\/)botocore\/__init__\.py$/.test(entry.path))
    .map((entry) => entry.path.slice(0, -'botocore/__init__.py'.length))
    .sort((a, b) => a.length - b.length);
  for (const prefix of prefixes) {
    if (!tree.entries.some((entry) => entry.path.startsWith(`${prefix}botocore/data/`))) continue;
    return { prefix, version: await versionIn(tree, prefix) };
  }
  return undefined;
}

/** Whether an entry is one of those that are read of a package. */
export function isPartOfPackage({ prefix }: InstalledPackage, entryPath: string): boolean {
  if (!entryPath.startsWith(prefix)) return false;
  const inside = entryPath.slice(prefix.length);
  return inside.startsWith('botocore/data/') || inside === 'CHANGELOG.rst' || /^\.changes\/[^/]+\.json$/.test(inside);
}

/** Recognises the folder around a package, the package's own, and its `data`. */
export async function findPackageFolder(folder: string): Promise<PackageFolder | undefined> {
  for (const up of [0, 1, 2]) {
    const base = path.resolve(folder, ...Array.from({ length: up }, () => '..'));
    const inside = path.relative(base, path.resolve(folder));
    if (inside !== ['', 'botocore', path.join('botocore', 'data')][up]) continue;
    if (
      (await exists(path.join(base, 'botocore', '__init__.py'))) &&
      (await exists(path.join(base, 'botocore', 'data')))
    )
      return { base, up };
  }
  return undefined;
}

/** The version of the package that a folder or file lies in: `…/botocore/data/elbv2`. */
export async function versionAround(above: readonly string[]): Promise<string | null> {
  const at = above.lastIndexOf('botocore');
  if (at < 0 || above[at + 1] !== 'data') return null;
  const file = path.resolve(path.sep, ...above.slice(0, at + 1), '__init__.py');
  return versionInCode(await readFile(file, 'utf8').catch(() => ''));
}

async function versionIn(tree: Tree, prefix: string): Promise<string | null> {
  const code = findEntry(tree, `${prefix}botocore/__init__.py`);
  const stated = code && versionInCode(await readEntry(tree, code));
  if (stated) return stated;
  const metadata = tree.entries.find(
    (entry) =>
      entry.path.startsWith(prefix) &&
      /^botocore-[^/]+\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.test(entry.path.slice(prefix.length)),
  );
  return /^Version:\s*(\S+)/m.exec(metadata ? await readEntry(tree, metadata) : '')?.[1] ?? null;
}

function versionInCode(code: string): string | null {
  const version = /^__version__\s*=\s*['"]([^'"]+)['"]/m.exec(code)?.[1];
  return version !== undefined && isVersion(version) ? version : null;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
