/** Finds the release that a typed version means, and says if there is none. */
import { botocoreOfBoto3 } from '../../model/boto3-versions.ts';
import { compareVersions, isVersion, plainVersion } from '../../model/versions.ts';
import { versionAtOrBefore } from '../compare/release-runs.ts';
import { typedVersion } from '../compare/typed-version.ts';
import { fileSlug } from '../site/slug.ts';
import type { ReleasesFile } from './search-format.ts';

/** The releases for a text. */
export interface KnownReleases {
  readonly releases: readonly KnownRelease[];
  /** Says that there is no such release; null if there is one. */
  readonly told: string | null;
  /** Whether the text can hardly mean anything else. */
  readonly isSure: boolean;
}

/** A release. */
export interface KnownRelease {
  readonly name: string;
  /** Why it is the right one, if the typed number is another; empty otherwise. */
  readonly why: string;
  /** Relative to the base of the site. */
  readonly address: string;
}

/** Whether a text may be a version or a day, so that the list of releases is worth loading. */
export function mayBeRelease(typed: string): boolean {
  return grammar.test(typed.trim());
}

/** The releases that a text means; null if it means none. */
export function releasesFor(file: ReleasesFile, typed: string): KnownReleases | null {
  const text = typed.trim().replace(prefix, '');
  const knownOf = (name: string, why = ''): KnownRelease => ({
    ...{ name, why },
    address: `releases/${encodeURIComponent(Object.hasOwn(file.folders, name) ? (file.folders[name] ?? '') : fileSlug(name))}/`,
  });
  if (file.others.includes(text)) return { releases: [knownOf(text)], told: null, isSure: true };
  const { name = '', number = '' } = grammar.exec(text)?.groups ?? {};
  const plain = plainVersion(number);
  const { newest } = file;
  const product = name.toLowerCase();
  if (newest === null || !isVersion(plain) || (name !== '' && !file.products.includes(product))) return null;
  const isSure = name !== '' || number !== plain || threeNumbers.test(plain) || prefix.test(typed.trim());
  const read = typedVersion(text, { newest: null, ids: file.others });
  if (read.version === null) return { releases: [], told: read.why, isSure };
  const version = twoNumbers.test(read.version) && threeNumbers.test(newest) ? `${read.version}.0` : read.version;
  const before = versionAtOrBefore(file.versions, version);
  const isKnown = before !== null && compareVersions(before, version) === 0;
  const why = read.told?.replace(/\.$/, '') ?? '';
  const found = isKnown ? [knownOf(before, why)] : [];
  // Without a name, the number may be that of the other product.
  const other = name === '' && file.products.includes('boto3') ? botocoreOfBoto3(version) : undefined;
  if (other !== undefined && other !== version && versionAtOrBefore(file.versions, other) === other)
    found.push(knownOf(other, `boto3 ${version} came with botocore ${other}`));
  if (found.length > 0) return { releases: found, told: null, isSure };
  const isNewer = compareVersions(version, newest) > 0;
  const nearest = before ?? file.versions.split(/[ ~]/, 1)[0] ?? newest;
  const asked = read.told === null ? version : `${version} (boto3 ${plain})`;
  const where = isNewer ? 'the newest is' : before === null ? 'the first is' : 'the one before it is';
  const told = `No release ${asked} is known${isNewer ? ' yet' : ''}: ${where} ${nearest}.`;
  return { releases: [knownOf(nearest)], told, isSure };
}

const prefix = /^(?:release|version):\s*/i;

/** A version with a dot, with or without a product's name before it, or a day. */
const grammar =
  /^(?:(?:release|version):\s*)?(?:(?<name>[a-z][a-z0-9-]{0,40}[a-z0-9])(?:\s*[=~]=\s*|\s*[@:/=-]\s*|\s+))?(?<number>v?\d+[.-]\d[^\s/]{0,99})$/i;

const twoNumbers = /^\d+\.\d+$/;
const threeNumbers = /^\d+\.\d+\.\d+$/;
