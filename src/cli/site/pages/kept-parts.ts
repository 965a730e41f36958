/** Keeps parts that several units need in the user's caches, each under the fingerprint of its unit. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type KeptParts, type Unit, unitName } from '../../../view/site/units.ts';
import { cacheFolder } from '../../compile-cache.ts';
import { dropOldest, touch } from './shelf.ts';

/** The number of versions of the code whose parts are kept. The parts of all of AWS take about 30 MB. */
const maxKept = 4;

/** The folder for the parts of the code with this hash; null if it cannot be written. */
export function partsFolder(code: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const shelf = join(dirname(cacheFolder(env)), 'parts');
  const folder = join(shelf, code);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    touch(folder);
    dropOldest(shelf, maxKept, folder);
    return folder;
  } catch {
    return null;
  }
}

/** Parts as files. If a file has any problem, its part is made again. */
export class PartFiles implements KeptParts {
  readonly #folder: string;
  readonly #prints: ReadonlyMap<string, string>;

  /** `prints`: the fingerprints of units by name. */
  constructor(folder: string, prints: ReadonlyMap<string, string>) {
    this.#folder = folder;
    this.#prints = prints;
  }

  of<T>(unit: Unit, part: string, make: (last: T | undefined) => T): T {
    const print = this.#prints.get(unitName(unit));
    if (print === undefined) return make(undefined);
    const file = this.#fileOf(unit, part);
    const known = read<T>(file);
    if (known?.print === print) return known.value;
    const value = make(known?.value);
    write(file, { print, value });
    return value;
  }

  last<T>(unit: Unit, part: string): T | undefined {
    return read<T>(this.#fileOf(unit, part))?.value;
  }

  keep(unit: Unit, part: string, value: unknown): void {
    write(this.#fileOf(unit, part), { print: anyPrint, value });
  }

  #fileOf(unit: Unit, part: string): string {
    const key = createHash('sha256')
      .update(`${unitName(unit)} ${part}`)
      .digest('hex')
      .slice(0, 32);
    return join(this.#folder, `${key}.zst`);
  }
}

/** The fingerprint of values that are good for more than one. */
const anyPrint = '*';

interface Kept<T> {
  readonly print: string;
  readonly value: T;
}

function read<T>(file: string): Kept<T> | undefined {
  try {
    return JSON.parse(zstdDecompressSync(readFileSync(file)).toString('utf8')) as Kept<T>;
  } catch {
    return undefined;
  }
}

function write(file: string, kept: Kept<unknown>): void {
  // Other threads and processes write here too, but a reader sees a complete file or none.
  const beside = `${file}-${randomUUID()}`;
  try {
    // It has a checksum, so that a damaged file is ignored.
    const params = { [constants.ZSTD_c_checksumFlag]: 1 };
    writeFileSync(beside, zstdCompressSync(JSON.stringify(kept), { params }));
    renameSync(beside, file);
  } catch {
    // The disk is full: the next build makes the part again.
    rmSync(beside, { force: true });
  }
}
