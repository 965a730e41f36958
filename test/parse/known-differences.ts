/** Where botocore's documentation does not say what botocore's models say: every kind of it, with the reason, as data. */
import type { Difference } from './compare-sources.ts';

export interface KnownDifference {
  readonly id: string;
  readonly reason: string;
  /** Where it may be seen; absent: everywhere. */
  readonly services?: readonly string[];
  readonly column: Difference['column'];
  readonly explains: (difference: Difference) => boolean;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    id: 'no-page',
    reason: 'Operations with two-way event streams are no methods of a client, so they have no page.',
    column: 'operation',
    explains: ({ lacks }) => lacks === 'page',
  },
  {
    id: 'direction-left-out',
    reason: 'Both syntax and fields of the direction were too large to render: it is unknown.',
    column: 'field',
    explains: ({ lacks }) => lacks === 'direction',
  },
  {
    id: 'syntax-left-out',
    reason: 'The syntax was too large to render, and only the syntax shows enum values.',
    column: 'enum',
    explains: ({ lacks, documented }) => lacks === 'syntax' && documented === '',
  },
  {
    id: 'parameters-left-out',
    reason: 'The parameters were too large to render, and only they say what is required.',
    column: 'required',
    explains: ({ lacks, documented }) => lacks === 'parameters' && documented === '',
  },
  {
    id: 'map-key-values',
    reason: 'The key of a map is printed as the word `string`, whatever values it may take.',
    column: 'enum',
    explains: ({ path, documented }) => path.endsWith('{key}') && documented === '',
  },
  {
    id: 'required-at-recursion',
    reason: 'Where a shape repeats on itself the generator does not say whether the member is required.',
    column: 'required',
    explains: ({ repeats, documented }) => repeats && documented === '',
  },
  {
    id: 'account-id-filled-in',
    reason: 'botocore fills in `accountId` by itself, so the page does not call it required.',
    services: ['glacier'],
    column: 'required',
    explains: ({ path, documented }) => path === 'accountId' && documented === 'optional',
  },
  {
    id: 'content-md5-hidden',
    reason: 'botocore computes `ContentMD5` and hides the parameter.',
    services: ['s3'],
    column: 'field',
    explains: ({ path, documented }) => path === 'ContentMD5' && documented === undefined,
  },
  {
    id: 'source-region-injected',
    reason: 'botocore takes `SourceRegion` to make the signed URL itself; the model does not have it.',
    services: ['docdb', 'neptune', 'rds'],
    column: 'field',
    explains: ({ path, modelled }) => path === 'SourceRegion' && modelled === undefined,
  },
  {
    id: 'expires-string-injected',
    reason: 'botocore hands out `Expires` unread as `ExpiresString` too; the model does not have it.',
    services: ['s3'],
    column: 'field',
    explains: ({ path, modelled }) => path === 'ExpiresString' && modelled === undefined,
  },
  {
    id: 'parameter-renamed',
    reason: 'botocore renames parameters that are words of Python, or that older versions called otherwise.',
    services: ['cloudsearchdomain', 'ec2', 'logs'],
    column: 'field',
    explains: ({ direction, path }) =>
      direction === 'request' && /^(?:Filters?|from(?:Time)?|return(?:Fields)?)(?:$|\[)/.test(path),
  },
  {
    id: 'policy-read',
    reason: 'botocore reads the JSON of a policy or a template for the caller, and documents what comes out.',
    services: ['cloudformation', 'iam'],
    column: 'type',
    explains: ({ documented, modelled }) => documented === 'dict' && modelled === 'string',
  },
  {
    id: 'policy-not-required',
    reason: 'Where botocore takes a policy as JSON, what it documents in its place has lost `[REQUIRED]`.',
    services: ['iam'],
    column: 'required',
    explains: ({ path, documented }) => path.endsWith('PolicyDocument') && documented === 'optional',
  },
];
