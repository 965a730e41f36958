/** Finds folders of release notes, with one JSON file for each version: botocore's `.changes`. */
import { append } from '../../../model/index.ts';
import { compareVersions, isVersion } from '../../../model/versions.ts';
import {
  type FileLayout,
  type FileUnit,
  type Look,
  loneFiles,
  type PlacedFile,
  type TakenFiles,
  type UnitFile,
} from '../file-layout.ts';

const versionFile = /^(?:(?<folder>.*)\/)?(?<version>[^/]+)\.json$/;

export const releaseNoteFiles: FileLayout = { ...loneFiles, takeFolders: takeNoteFolders };

/** Takes each such folder as one unit, older versions first. */
async function takeNoteFolders<File extends PlacedFile>(
  all: readonly File[],
  look: Look<File>,
): Promise<TakenFiles<File>> {
  const rest: File[] = [];
  const folders = new Map<string, UnitFile<File>[]>();
  for (const file of all) {
    const { folder = '', version = '' } = versionFile.exec(file.path)?.groups ?? {};
    if (!isVersion(version)) {
      rest.push(file);
      continue;
    }
    const files = folders.get(folder) ?? [];
    files.push({ file, path: `${version}.json` });
    folders.set(folder, files);
  }
  const units: FileUnit<File>[] = [];
  for (const files of folders.values()) {
    const found = files.map(({ file }) => file);
    if (await look.isTrueOf(found)) units.push(unitOf(files));
    else append(rest, found);
  }
  return { units, rest };
}

function unitOf<File extends PlacedFile>(files: readonly UnitFile<File>[]): FileUnit<File> {
  const versions = files.map(({ path }) => path.slice(0, -'.json'.length));
  const sorted = [...files].sort((a, b) => compareVersions(a.path.slice(0, -5), b.path.slice(0, -5)));
  const lone = versions.length === 1 ? versions[0] : undefined;
  return { service: null, files: sorted, ...(lone === undefined ? {} : { version: lone }) };
}
