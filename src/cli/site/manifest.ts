/** The list of what a site is made of: it marks a folder as a site of apidelta, and tells our files from what others laid there. */
import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };

/** The name of the list in the site; no dot in front, because hosts and shells leave such files behind. */
export const manifestName = 'apidelta-site.json';

/** The files of a site with the SHA-256 of each, the list itself left out. */
export type SiteFiles = ReadonlyMap<string, string>;

/** Writes the list of all files that are in a folder. It holds no time: equal sites have equal lists. */
export function writeManifest(folder: string): SiteFiles {
  const files = new Map(
    filesIn(folder)
      .filter((name) => name !== manifestName)
      .map((name) => [name, hashOf(join(folder, name))]),
  );
  const text = JSON.stringify(
    {
      name: packageJson.name,
      version: packageJson.version,
      format: 1,
      list: listHash(files),
      files: Object.fromEntries(files),
    },
    null,
    1,
  );
  writeFileSync(join(folder, manifestName), `${text}\n`);
  return files;
}

/** The list of a folder; null where there is none, `damaged` where it is not as it was written. */
export function readManifest(folder: string): SiteFiles | null | 'damaged' {
  const text = readIfThere(join(folder, manifestName));
  if (text === undefined) return null;
  try {
    const { name, list, files } = JSON.parse(text) as { name?: unknown; list?: unknown; files?: unknown };
    if (name !== packageJson.name || typeof files !== 'object' || files === null) return 'damaged';
    const found = new Map(Object.entries(files as Record<string, unknown>).map(([file, hash]) => [file, String(hash)]));
    return list === listHash(found) && [...found.keys()].every(isPlainName) ? found : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Every file and link below a folder, as `services/ec2/index.html`, sorted. Links are not followed; a folder that cannot be read is one thing. */
export function filesIn(folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (inside: string): void => {
    const entries = entriesIn(join(folder, inside));
    if (entries === null) found.push(inside);
    for (const entry of entries ?? []) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) visit(name);
      else found.push(name);
    }
  };
  visit('');
  return found.sort();
}

/** What is in a folder; null where one may not look into it. */
export function entriesIn(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return null;
    throw error;
  }
}

/** The hash of a file; empty for what is no file. */
export function hashOf(file: string): string {
  if (!lstatSync(file).isFile()) return '';
  return createHash('sha256').update(readFileSync(file)).digest('base64url');
}

/** Somebody else may have written the list: no name in it leads out of the site. */
function isPlainName(name: string): boolean {
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !/[\\\0]/.test(name);
}

function listHash(files: SiteFiles): string {
  const hash = createHash('sha256');
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\n${content}\n`);
  return hash.digest('base64url');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
