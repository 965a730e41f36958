/** What several units have a use for is kept in the user's caches, each part under the fingerprint of the unit that it is of. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type KeptParts, type Unit, unitName } from '../../../view/site/units.ts';
import { cacheFolder } from '../../compile-cache.ts';
import { dropOldest, touch } from './shelf.ts';

/** The parts of this many versions of the code are kept. All of AWS's are about 30 MB. */
const maxKept = 4;

/** The folder of the parts that the code with this hash makes; null where it cannot be written. */
export function partsFolder(code: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const shelf = join(dirname(cacheFolder(env)), 'parts');
  const folder = join(shelf, code);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    touch(folder);
    dropOldest(shelf, maxKept);
    return folder;
  } catch {
    return null;
  }
}

/** Parts as files. Whatever is wrong with a file, the part is made again. */
export class PartFiles implements KeptParts {
  readonly #folder: string;
  readonly #prints: ReadonlyMap<string, string>;

  /** `prints`: the fingerprints of units by their names. */
  constructor(folder: string, prints: ReadonlyMap<string, string>) {
    this.#folder = folder;
    this.#prints = prints;
  }

  of<T>(unit: Unit, part: string, make: () => T): T {
    const name = unitName(unit);
    const print = this.#prints.get(name);
    if (print === undefined) return make();
    const key = createHash('sha256').update(`${name} ${part}`).digest('hex').slice(0, 32);
    const file = join(this.#folder, `${key}.zst`);
    const known = read<T>(file, print);
    if (known !== undefined) return known.value;
    const value = make();
    write(file, { print, value });
    return value;
  }
}

interface Kept<T> {
  readonly print: string;
  readonly value: T;
}

function read<T>(file: string, print: string): Kept<T> | undefined {
  try {
    const kept = JSON.parse(zstdDecompressSync(readFileSync(file)).toString('utf8')) as Kept<T>;
    return kept.print === print ? kept : undefined;
  } catch {
    return undefined;
  }
}

function write(file: string, kept: Kept<unknown>): void {
  // Other threads and processes write here too, and a reader sees a whole file or none.
  const beside = `${file}-${randomUUID()}`;
  try {
    // With a checksum, so that a damaged file is no part.
    const params = { [constants.ZSTD_c_checksumFlag]: 1 };
    writeFileSync(beside, zstdCompressSync(JSON.stringify(kept), { params }));
    renameSync(beside, file);
  } catch {
    // A disk that is full: the next build makes the part again.
    rmSync(beside, { force: true });
  }
}
