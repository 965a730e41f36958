/** How the files of a dialect lie in folders: by paths alone, and by a look at a few files where a path could be chance. */

/** A file that is to be placed. */
export interface PlacedFile {
  /** Relative to what was opened. */
  readonly path: string;
  /** With the folders above that: they name services and versions too. */
  readonly full: string;
}

/** A file of a unit, and its path inside the unit. */
export interface UnitFile<File extends PlacedFile = PlacedFile> {
  readonly file: File;
  readonly path: string;
}

/** Files that are parsed together. */
export interface FileUnit<File extends PlacedFile = PlacedFile> {
  /** The service, where the layout names it. */
  readonly service: string | null;
  /** The version, where the layout names it better than the folders do. */
  readonly version?: string;
  readonly files: readonly UnitFile<File>[];
}

/** What was taken and what was left. */
export interface TakenFiles<File extends PlacedFile = PlacedFile> {
  readonly units: readonly FileUnit<File>[];
  readonly rest: readonly File[];
}

/** What a layout may ask while it takes files. */
export interface Look<File extends PlacedFile = PlacedFile> {
  /** Whether some of these files, read, are of the dialect. */
  isTrueOf(files: readonly File[]): Promise<boolean>;
  /** Every API version of a service, not only the newest. */
  readonly allApiVersions: boolean;
}

export interface FileLayout {
  /** Takes the files that folders hold together. */
  takeFolders<File extends PlacedFile>(files: readonly File[], look: Look<File>): Promise<TakenFiles<File>>;
  /** Makes units of files that were recognised one by one. `others` were not, and may belong to them by their names. */
  takeLoose<File extends PlacedFile>(recognised: readonly File[], others: readonly File[]): TakenFiles<File>;
  /** Why a file is not read, by its path alone; undefined where it has to be looked into. `isBeside`: folders of the dialect were taken. */
  reasonNotRead(path: string, isBeside: boolean): string | undefined;
}

/** An installed package: it names its version, and shows every service that there is. All paths are inside the package's own folder. */
export interface PackageLayout {
  /** The file that names the version. */
  readonly code: string;
  /** The folder of what is read. */
  readonly data: string;
  /** What of a package, or of a checkout, is worth opening. */
  readonly parts: readonly string[];
  isPart(path: string): boolean;
  versionInCode(text: string): string | null;
  /** Where the version stands if the code does not name it. */
  isMetadata(path: string): boolean;
  versionInMetadata(text: string): string | null;
}

/** The layout of documents that each stand alone, wherever they lie. */
export const loneFiles: FileLayout = {
  takeFolders: async (files) => ({ units: [], rest: files }),
  takeLoose: (recognised, others) => ({ units: recognised.map((file) => loneUnit(file, null)), rest: others }),
  reasonNotRead: () => undefined,
};

/** A unit of one file. */
export function loneUnit<File extends PlacedFile>(file: File, service: string | null): FileUnit<File> {
  return { service, files: [{ file, path: file.path }] };
}
