/** Limits how much of an archive is unpacked, to protect the machine from archives that are made to fill it. */
import { SourceError } from './types.ts';

const mebibyte = 2 ** 20;

/** The bounds of one archive. */
export interface Limits {
  /** Bytes of all members, unpacked. */
  readonly total: number;
  /** Bytes of one document, unpacked. */
  readonly member: number;
  /** Unpacked bytes for each packed one. It counts beyond `ratioFrom` unpacked bytes only. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly members: number;
  /** The number of members of any size; each further member needs `smallest` bytes of content. */
  readonly freeMembers: number;
  readonly smallest: number;
}

/** The default bounds; only tests set others. All of AWS's documentation is 0.2 GiB in 30,501 files, at 20:1. */
export const defaultLimits: Limits = {
  total: 8192 * mebibyte,
  member: 512 * mebibyte,
  ratio: 1000,
  ratioFrom: 64 * mebibyte,
  members: 1_000_000,
  freeMembers: 20_000,
  smallest: 512,
};

/** The most bytes that `packed` bytes may unpack to. */
export function maxUnpacked(packed: number, limits: Limits): number {
  return Math.min(limits.member, Math.max(limits.ratioFrom, packed * limits.ratio));
}

/** Refuses an archive that grows beyond its bounds, while it is read. */
export class Meter {
  readonly #name: string;
  readonly #packed: number;
  readonly #limits: Limits;
  #unpacked = 0;
  #members = 0;
  #content = 0;

  constructor(name: string, packed: number, limits: Limits) {
    this.#name = name;
    this.#packed = packed;
    this.#limits = limits;
  }

  /** Counts unpacked bytes. */
  addBytes(count: number): void {
    this.#unpacked += count;
    if (this.#unpacked > this.#limits.total)
      throw this.#refusal(`it unpacks to more than ${inMebibytes(this.#limits.total)}`);
    if (this.#unpacked > Math.max(this.#limits.ratioFrom, this.#packed * this.#limits.ratio))
      throw this.#refusal(`it unpacks to more than ${this.#limits.ratio} times its size`);
  }

  /** Counts a member and its size as the archive states it. */
  addMember(name: string, size: number): void {
    this.#members += 1;
    if (this.#members > this.#limits.members)
      throw this.#refusal(`it holds more than ${this.#limits.members.toLocaleString('en')} members`);
    this.#content += size;
    // Every member costs time, even with little content: an archive with very many nearly empty members is an attack on
    // time.
    if (this.#members > this.#limits.freeMembers + this.#content / this.#limits.smallest)
      throw this.#refusal(
        `it holds more than ${this.#limits.freeMembers.toLocaleString('en')} members with next to nothing in them`,
      );
    if (size > this.#limits.member)
      throw this.#refusal(`its member \`${name}\` is larger than ${inMebibytes(this.#limits.member)}`);
  }

  #refusal(reason: string): SourceError {
    return new SourceError(`\`${this.#name}\` is refused: ${reason}. Unpack it yourself and name the folder`);
  }
}

function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / mebibyte).toLocaleString('en')} MiB`;
}
