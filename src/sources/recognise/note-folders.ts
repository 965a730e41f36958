/** Finds folders of release notes, one JSON file a version: botocore's `.changes`. */
import { append } from '../../model/index.ts';
import type { Entry, Tree } from '../tree.ts';
import { compareVersions, isVersion } from '../versions.ts';
import { areAll, type DraftFile, type DraftUnit, type Taken } from './draft-unit.ts';

const versionFile = /^(?:(?<folder>.*)\/)?(?<version>[^/]+)\.json$/;

/** Takes each such folder as one unit, older versions first. */
export async function takeNoteFolders(tree: Tree, entries: readonly Entry[]): Promise<Taken> {
  const rest: Entry[] = [];
  const folders = new Map<string, DraftFile[]>();
  for (const entry of entries) {
    const { folder = '', version = '' } = versionFile.exec(entry.path)?.groups ?? {};
    if (!isVersion(version)) {
      rest.push(entry);
      continue;
    }
    const files = folders.get(folder) ?? [];
    files.push({ entry, path: `${version}.json` });
    folders.set(folder, files);
  }
  const units: DraftUnit[] = [];
  for (const files of folders.values()) {
    const found = files.map(({ entry }) => entry);
    if (await areAll('release-notes', tree, found)) units.push(unitOf(files));
    else append(rest, found);
  }
  return { units, rest };
}

function unitOf(files: readonly DraftFile[]): DraftUnit {
  const versions = files.map(({ path }) => path.slice(0, -'.json'.length));
  const sorted = [...files].sort((a, b) => compareVersions(a.path.slice(0, -5), b.path.slice(0, -5)));
  const lone = versions.length === 1 ? versions[0] : undefined;
  return { dialect: 'release-notes', service: null, files: sorted, ...(lone === undefined ? {} : { version: lone }) };
}
