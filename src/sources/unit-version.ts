/** The version of botocore that a unit belongs to, known after its documents were read. */
import { botocoreOfBoto3 } from '../model/index.ts';
import type { ParseResult } from '../parse/index.ts';
import type { SourceUnit } from './types.ts';

/**
 * The version from the surroundings, else the version that the document states. A version of boto3 becomes the version
 * of its botocore; null if there is no version.
 */
export function unitVersion(
  { version: outside, isNamed }: Pick<SourceUnit, 'version' | 'isNamed'>,
  { version: own, numbering }: Pick<ParseResult, 'version' | 'numbering'>,
): string | null {
  const version = outside ?? own;
  if (version === null || isNamed || numbering === 'botocore') return version;
  return botocoreOfBoto3(version) ?? version;
}
