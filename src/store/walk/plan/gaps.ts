/** Whether a walk leaves out releases between two that follow each other: what is new in the second may be theirs. */
import { compareVersions } from '../../../model/versions.ts';
import type { WalkedRelease } from './repositories.ts';

/** The releases of a repository, and those of them that will be known. */
interface Known {
  readonly tags: ReadonlyMap<string, { readonly version: string; readonly time: number }>;
  readonly walked: ReadonlyMap<string, Pick<WalkedRelease, 'predecessor' | 'time'>>;
}

/** The tags in order: comparing two versions takes long, and each of thousands of releases needs its predecessor. */
export class Gaps {
  readonly #known: Known;
  readonly #sorted: readonly { readonly version: string; readonly time: number }[];

  constructor(known: Known) {
    this.#known = known;
    this.#sorted = [...known.tags.values()].sort((a, b) => compareVersions(a.version, b.version));
  }

  /** Whether a release of the main line lies between two versions, and is not newer in time. */
  isBetween(before: string | undefined, version: string): boolean {
    if (before === undefined) return false;
    const { tags, walked } = this.#known;
    const time = tags.get(version)?.time ?? walked.get(version)?.time ?? 0;
    for (let at = this.#placeOf(version) - 1; at >= 0; at--) {
      const tag = this.#sorted[at] as { readonly version: string; readonly time: number };
      if (compareVersions(tag.version, before) <= 0) return false;
      if (tag.time <= time && walked.get(tag.version)?.predecessor == null) return true;
    }
    return false;
  }

  /** The number of tags before a version. */
  #placeOf(version: string): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareVersions(this.#sorted[middle]?.version ?? '', version) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
