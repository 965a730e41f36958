/**
 * The places of a dialect's files in folders: known from paths, and from the content of a few files if a path could be
 * chance.
 */

/** A file whose unit is not known yet. */
export interface PlacedFile {
  /** Relative to the folder or archive that was opened. */
  readonly path: string;
  /** Also with the folders above that one: they name services and versions too. */
  readonly full: string;
}

/** A file of a unit, and its path inside the unit. */
export interface UnitFile<File extends PlacedFile = PlacedFile> {
  readonly file: File;
  readonly path: string;
}

/** Files that are parsed together. */
export interface FileUnit<File extends PlacedFile = PlacedFile> {
  /** The service, if the layout names it. */
  readonly service: string | null;
  /** The version, if the layout names it better than the folders do. */
  readonly version?: string;
  readonly files: readonly UnitFile<File>[];
}

/** The files that belong to units, and the other files. */
export interface TakenFiles<File extends PlacedFile = PlacedFile> {
  readonly units: readonly FileUnit<File>[];
  readonly rest: readonly File[];
  /** Files that are not read because another form of the same file is; absent if there are none. */
  readonly twins?: readonly Twin<File>[];
}

/** A file that is not read, and the one that is read in its place. */
export interface Twin<File extends PlacedFile = PlacedFile> {
  readonly file: File;
  readonly read: File;
}

/** The questions that a layout may ask while it takes files. */
export interface Look<File extends PlacedFile = PlacedFile> {
  /** Whether the content of some of these files is in this dialect. */
  isTrueOf(files: readonly File[]): Promise<boolean>;
  /** Whether to take every API version of a service, or only the newest. */
  readonly allApiVersions: boolean;
}

export interface FileLayout {
  /** Takes files that belong together because of their folders. */
  takeFolders<File extends PlacedFile>(files: readonly File[], look: Look<File>): Promise<TakenFiles<File>>;
  /**
   * Makes units of files that were recognised one by one. `others` were not recognised, but may belong to a unit
   * because of their names.
   */
  takeLoose<File extends PlacedFile>(recognised: readonly File[], others: readonly File[]): TakenFiles<File>;
  /**
   * The reason not to read a file, from its path; undefined if its content must be checked. `isBeside`: the dialect
   * took folders.
   */
  reasonNotRead(path: string, isBeside: boolean): string | undefined;
}

/**
 * An installed package: it names its version, and contains every service. All paths are inside the package's own
 * folder.
 */
export interface PackageLayout {
  /** The file that names the version. */
  readonly code: string;
  /** The folder of the models. */
  readonly data: string;
  /** The parts of a package or of a checkout that are worth opening. */
  readonly parts: readonly string[];
  isPart(path: string): boolean;
  versionInCode(text: string): string | null;
  /** Whether a file has the version, for packages whose code does not name it. */
  isMetadata(path: string): boolean;
  versionInMetadata(text: string): string | null;
}

/** The layout of documents that each stand alone, in any folder. */
export const loneFiles: FileLayout = {
  takeFolders: async (files) => ({ units: [], rest: files }),
  takeLoose: (recognised, others) => ({ units: recognised.map((file) => loneUnit(file, null)), rest: others }),
  reasonNotRead: () => undefined,
};

/** A unit of one file. */
export function loneUnit<File extends PlacedFile>(file: File, service: string | null): FileUnit<File> {
  return { service, files: [{ file, path: file.path }] };
}
