/** The version of botocore that a unit is of, when its documents have been read. */
import { botocoreOfBoto3 } from '../model/index.ts';
import type { ParseResult } from '../parse/index.ts';
import type { SourceUnit } from './types.ts';

/**
 * What is known from outside, else what the document says. A number of boto3 becomes that of the botocore it was made with;
 * null where nothing tells.
 */
export function unitVersion(
  { version: outside, isNamed }: Pick<SourceUnit, 'version' | 'isNamed'>,
  { version: own, numbering }: Pick<ParseResult, 'version' | 'numbering'>,
): string | null {
  const version = outside ?? own;
  if (version === null || isNamed || numbering === 'botocore') return version;
  return botocoreOfBoto3(version) ?? version;
}
