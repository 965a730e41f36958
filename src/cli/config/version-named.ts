/** A version as people write it: with a `v`, with spaces around it, or with the name of a package before it. */
import { botocoreOfBoto3 } from '../../model/boto3-versions.ts';
import { isVersion, plainVersion } from '../../model/versions.ts';

/** A version of botocore, or the version of boto3 that no botocore is known for. */
export type VersionNamed =
  | {
      readonly version: string;
      /** Whether the written number is another one, because it is boto3's. */
      readonly isOther: boolean;
    }
  | { readonly unknownBoto3: string };

/**
 * Reads `1.34.0`, `v1.34.0`, `botocore==1.31.5`, `boto3:1.28.5`, `boto3 1.28.5`. Undefined for any other text, which may
 * be the name of something else.
 */
export function versionNamed(text: string): VersionNamed | undefined {
  const { name = '', number = '' } = withPackage.exec(text.trim())?.groups ?? {};
  const plain = plainVersion(number);
  if (name.toLowerCase() !== 'boto3') return isVersion(plain) ? { version: plain, isOther: false } : undefined;
  const boto3 = threeNumbers(plain);
  const version = botocoreOfBoto3(boto3);
  return version === undefined ? { unknownBoto3: plain } : { version, isOther: version !== boto3 };
}

/** Signs that file names have between a name and a version (`-`, `/`) are not among those that are read here. */
const withPackage = /^(?:(?<name>boto3|botocore)(?:\s*={1,3}\s*|\s*[:@]\s*|\s+))?(?<number>\S{0,100})$/i;

/** Releases of both packages have three numbers, and pip reads `1.30` as `1.30.0`. */
export function threeNumbers(version: string): string {
  if (!/^v?\d+(?:\.\d+)*$/i.test(version)) return version;
  const numbers = version.replace(/^v/i, '').split('.');
  while (numbers.length > 3 && /^0+$/.test(numbers.at(-1) ?? '')) numbers.pop();
  while (numbers.length < 3) numbers.push('0');
  return numbers.join('.');
}
