/** The order of versions of PEP 440, extended to all texts. */

interface VersionKey {
  readonly epoch: string;
  readonly release: readonly string[];
  /** `a`, `b`, `rc`, or the rank of a version without one of these. */
  readonly pre: readonly [rank: number, number: string];
  readonly post: string | null;
  readonly dev: string | null;
  readonly local: readonly string[];
}

/** The greatest length of a version; longer texts are not parsed. */
const longest = 100;

const grammar =
  /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:[-_.]?(?<pre>a|alpha|b|beta|c|rc|pre|preview)[-_.]?(?<preNumber>\d*))?(?:-(?<implicitPost>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\d*))?(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\d*))?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/i;

const ranks: Readonly<Record<string, number>> = { a: 1, alpha: 1, b: 2, beta: 2, c: 3, rc: 3, pre: 3, preview: 3 };
const beforeAll = 0;
const final = 4;

/**
 * Whether a text is a version: `1.40.73`, `v2.0.0`, `1.0.0rc1`. Days (`2015-12-01`) and single numbers are not
 * versions.
 */
export function isVersion(text: string): boolean {
  if (text.length > longest) return false;
  const groups = grammar.exec(text)?.groups;
  return groups?.release?.includes('.') === true && groups.implicitPost === undefined;
}

/** A version without the `v` that tags have before it. */
export function plainVersion(text: string): string {
  return /^v\d/i.test(text) && isVersion(text) ? text.slice(1) : text;
}

/**
 * Orders versions: `1.0.0a1`, `1.0.0rc1`, `1.0.0`, `1.0.1`, `1.10.0`; other texts come after them, in the order of
 * texts. Total: 0 only for equal texts.
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const plain = comparePlain(a, b);
  if (plain !== undefined) return plain || compareTexts(a, b);
  const left = versionKey(a);
  const right = versionKey(b);
  if (left === undefined || right === undefined) {
    if (left !== undefined) return -1;
    if (right !== undefined) return 1;
    return compareTexts(a, b);
  }
  return compareKeys(left, right) || compareTexts(a, b);
}

/** Whether two texts are one version: `1.0` and `1.0.0`, `1.1.0-rc1` and `1.1.0rc1`. */
export function isSameVersion(a: string, b: string): boolean {
  const left = versionKey(a);
  const right = versionKey(b);
  return a === b || (left !== undefined && right !== undefined && compareKeys(left, right) === 0);
}

/** Orders versions as `compareVersions`; two spellings of one version are equal: a border of a range may be either. */
export function orderOfVersions(a: string, b: string): number {
  return isSameVersion(a, b) ? 0 : compareVersions(a, b);
}

/** So short that JavaScript numbers hold all of its numbers exactly. */
const plainLength = 15;
const zero = 0x30;

/**
 * A fast comparison, because most versions are numbers with dots, and thousands of them are sorted often. Undefined if
 * one has another form.
 */
function comparePlain(a: string, b: string): number | undefined {
  if (a.length > plainLength || b.length > plainLength || !plain.test(a) || !plain.test(b)) return undefined;
  for (let [left, right] = [0, 0]; left < a.length || right < b.length; ) {
    let [one, other] = [0, 0];
    for (let code = a.charCodeAt(left); code >= zero; code = a.charCodeAt(++left)) one = one * 10 + code - zero;
    for (let code = b.charCodeAt(right); code >= zero; code = b.charCodeAt(++right)) other = other * 10 + code - zero;
    if (one !== other) return one - other;
    left++;
    right++;
  }
  return 0;
}

/** Digits, with single dots between them. */
const plain = /^\d+(?:\.\d+)*$/;

function versionKey(text: string): VersionKey | undefined {
  if (text.length > longest) return undefined;
  const groups = grammar.exec(text.toLowerCase())?.groups;
  if (groups?.release === undefined) return undefined;
  const { epoch = '0', release, pre, preNumber, implicitPost, post, postNumber, dev, devNumber, local } = groups;
  const postOf = post === undefined ? (implicitPost ?? null) : postNumber || '0';
  const devOf = dev === undefined ? null : devNumber || '0';
  // `1.0.dev1` comes before `1.0a1`: a development release without a pre-release is the earliest of all.
  const withoutPre = devOf !== null && postOf === null ? beforeAll : final;
  return {
    epoch,
    release: release.split('.').map(trimZeros),
    pre: pre === undefined ? [withoutPre, '0'] : [ranks[pre] ?? final, preNumber || '0'],
    post: postOf,
    dev: devOf,
    local: local?.split(/[-_.]/) ?? [],
  };
}

function compareKeys(a: VersionKey, b: VersionKey): number {
  return (
    compareNumbers(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    a.pre[0] - b.pre[0] ||
    compareNumbers(a.pre[1], b.pre[1]) ||
    compareOptional(a.post, b.post, -1) ||
    compareOptional(a.dev, b.dev, 1) ||
    compareLocals(a.local, b.local)
  );
}

function compareReleases(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = compareNumbers(a[index] ?? '0', b[index] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** Compares two parts; `absent` is the order of a side without the part. */
function compareOptional(a: string | null, b: string | null, absent: -1 | 1): number {
  if (a === null) return b === null ? 0 : absent;
  return b === null ? -absent : compareNumbers(a, b);
}

function compareLocals(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left = '', right = ''] = [a[index], b[index]];
    const numbers = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (numbers[0] !== numbers[1]) return numbers[0] ? 1 : -1;
    const order = numbers[0] ? compareNumbers(left, right) : compareTexts(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Compares numbers as text, so that no number of a version is too large. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [trimZeros(a), trimZeros(b)];
  return left.length - right.length || compareTexts(left, right);
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
