/**
 * The versions of boto3 and of the botocore that each needs, as boto3's own `setup.py` and `setup.cfg` pin it. From
 * 1.6.0 on there is a rule: the minor number of botocore is greater by three, and from 1.33.0 on both versions are
 * equal.
 */

/** Releases outside the rules, with the oldest botocore that they accept. */
const pinned: readonly (readonly [boto3: string, botocore: string])[] = `
0.0.1 0.68.0, 0.0.2 0.74.0, 0.0.3 0.76.0, 0.0.4 0.77.0, 0.0.5 0.78.0, 0.0.6 0.80.0, 0.0.7 0.86.0, 0.0.8 0.87.0,
0.0.9 0.92.0, 0.0.10 0.94.0, 0.0.11 0.97.0, 0.0.12 0.99.0, 0.0.13 0.100.0, 0.0.14 0.102.0, 0.0.15 0.103.0,
0.0.16 0.104.0, 0.0.17 0.107.0, 0.0.18 1.0.0a3, 0.0.19 1.0.0b1, 0.0.20 1.0.0b2, 0.0.21 1.0.0b3, 0.0.22 1.0.0rc1,
1.0.0 1.0.0, 1.0.1 1.0.1, 1.1.0 1.1.0, 1.1.1 1.1.0, 1.1.2 1.1.0, 1.1.3 1.2.0, 1.1.4 1.2.0, 1.2.0 1.3.0, 1.2.1 1.3.0,
1.2.2 1.3.0, 1.2.3 1.3.0, 1.2.4 1.3.24, 1.2.5 1.3.29, 1.2.6 1.4.0, 1.3.0 1.4.1, 1.3.1 1.4.1, 1.4.0 1.4.1, 1.4.1 1.4.1,
1.4.2 1.4.1, 1.4.3 1.4.1, 1.4.4 1.5.0, 1.4.5 1.5.0, 1.4.6 1.6.0, 1.4.7 1.7.0, 1.4.8 1.8.0, 1.42.0 1.41.6, 1.42.1 1.42.0`
  .trim()
  .split(/,\s+/)
  // Every pair of the table has one space.
  .map((pair) => pair.split(' ') as [string, string]);

const byBoto3 = new Map(pinned);

/** The numbers of the pinned botocore versions, computed once: every printed release needs them. */
const pinnedNumbers = pinned.map(([, own]) => numbersOf(own));

/** The patch numbers of 1.5.x are fourteen less than those of botocore 1.8.x. */
const behind = 14;

/** The release of botocore for which a release of boto3 was made; undefined if it is not a version of boto3. */
export function botocoreOfBoto3(boto3: string): string | undefined {
  const known = byBoto3.get(boto3);
  if (known !== undefined) return known;
  const numbers = numbersOf(boto3);
  if (numbers === undefined || numbers.major !== 1) return undefined;
  const { minor, patch } = numbers;
  if (minor >= 33) return boto3;
  if (minor === 5) return `1.8.${patch + behind}`;
  return minor >= 6 && minor <= 29 ? `1.${minor + 3}.${patch}` : undefined;
}

/** The release of boto3 for a release of botocore. */
export interface Boto3Release {
  readonly version: string;
  /**
   * Whether it was made with exactly this botocore; else it is the first one that accepts it, and later ones may too.
   */
  readonly isExact: boolean;
}

/** The release of boto3 that belongs to one of botocore; undefined if there is none. */
export function boto3OfBotocore(botocore: string): Boto3Release | undefined {
  const exact = pinned.find(([, own]) => own === botocore);
  if (exact !== undefined) return { version: exact[0], isExact: true };
  const numbers = numbersOf(botocore);
  if (numbers === undefined || numbers.major !== 1) return undefined;
  const { minor, patch } = numbers;
  if (minor === 8 && patch >= behind) return { version: `1.5.${patch - behind}`, isExact: true };
  if (minor >= 9 && minor <= 32) return { version: `1.${minor - 3}.${patch}`, isExact: true };
  // boto3 1.42.0 still needed 1.41.6, and 1.42.1 accepts any 1.42.
  if (minor >= 33)
    return botocore === '1.42.1' ? { version: botocore, isExact: false } : { version: botocore, isExact: true };
  const line = pinned.filter((_, at) => pinnedNumbers[at]?.minor === minor && (pinnedNumbers[at]?.patch ?? 0) <= patch);
  const first = line.find(([, own]) => own === line.at(-1)?.[1]);
  return first === undefined ? undefined : { version: first[0], isExact: false };
}

/** `boto3 1.10.21`, `boto3 1.4.8 or later`; undefined if none belongs to this botocore. */
export function boto3Words(botocore: string): string | undefined {
  const found = boto3OfBotocore(botocore);
  return found === undefined ? undefined : `boto3 ${found.version}${found.isExact ? '' : ' or later'}`;
}

/** Three numbers; the rules do not hold for longer versions, such as a pre-release or a private build. */
function numbersOf(
  version: string,
): { readonly major: number; readonly minor: number; readonly patch: number } | undefined {
  const [, major, minor, patch] = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/.exec(version) ?? [];
  return patch === undefined ? undefined : { major: Number(major), minor: Number(minor), patch: Number(patch) };
}
