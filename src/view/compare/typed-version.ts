/** Reads a version as people type it: with a package name, with a `v`, or text that is no version. */
import { botocoreOfBoto3 } from '../../model/boto3-versions.ts';
import { compareVersions, isVersion, plainVersion } from '../../model/versions.ts';

/** A version to look up in histories, or a sentence that explains why the text is none. */
export type TypedVersion =
  | {
      readonly version: string /** Said where the version has another number than the typed one. */;
      readonly told: string | null;
    }
  | { readonly version: null; readonly why: string };

/** The newest of all releases, and the ids of releases, which may be something else than versions. */
export interface KnownReleases {
  /** Null where the newest release is unknown. */
  readonly newest: string | null;
  readonly ids: readonly string[];
}

/** Reads `1.34.0`, `v1.34.0`, `boto3 1.34.0`, `botocore==1.34.0`. */
export function typedVersion(text: string, { newest, ids }: KnownReleases): TypedVersion {
  const typed = text.trim();
  if (ids.includes(typed)) return { version: typed, told: null };
  const { name = '', number = '' } = grammar.exec(typed)?.groups ?? {};
  const plain = withPatch(plainVersion(number), newest);
  if (!isVersion(plain) && !ids.includes(plain))
    return { version: null, why: `“${typed}” is no version. Write one such as ${newest ?? '1.34.0'}.` };
  const version = name.toLowerCase() === 'boto3' ? botocoreOfBoto3(plain) : plain;
  if (version === undefined) return { version: null, why: `No boto3 ${plain} is known.` };
  if (newest !== null && compareVersions(version, newest) > 0)
    return { version: null, why: `${typed} is not known yet: the newest release here is ${newest}.` };
  return { version, told: version === plain ? null : `boto3 ${plain} came with botocore ${version}.` };
}

/** `1.34` means 1.34.0 where releases have three numbers, as in pip. */
function withPatch(version: string, newest: string | null): string {
  return newest !== null && threeNumbers.test(newest) && twoNumbers.test(version) ? `${version}.0` : version;
}

const twoNumbers = /^\d+\.\d+$/;
const threeNumbers = /^\d+\.\d+\.\d+$/;

/** An optional package name with the usual separators, then the version. */
const grammar = /^(?:(?<name>[a-z][a-z0-9-]{0,40}[a-z0-9])(?:\s*[=~]=\s*|\s*[@:/=-]\s*|\s+))?(?<number>v?\d\S{0,99})$/i;
