/** Where botocore's documentation does not say what botocore's models say: every kind of it, with the reason, as data. */
import type { Customization } from '../../src/diff/customizations/customization.ts';
import { isAbout, rowsOf } from '../../src/diff/customizations/find-rows.ts';
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
    id: 'recursion-in-syntax-alone',
    reason: 'Where only the syntax shows that a shape repeats on itself, it does not say whether that is a list.',
    column: 'type',
    explains: ({ repeats, documented }) => repeats && documented === '',
  },
  {
    id: 'customized',
    reason: 'botocore shows it to its callers in another way, and the table of customizations says so.',
    column: 'field',
    explains: (difference) => isCustomized(difference, ['hidden', 'added']),
  },
  {
    id: 'customized-type',
    reason: 'The same of types: botocore reads JSON for its callers.',
    column: 'type',
    explains: (difference) => isCustomized(difference, ['type']),
  },
  {
    id: 'customized-required',
    reason: 'The same of what botocore fills in.',
    column: 'required',
    explains: (difference) => isCustomized(difference, ['optional']),
  },
];

function isCustomized(
  { service, operation, direction, path }: Difference,
  shown: readonly Customization['shown']['as'][],
): boolean {
  return rowsOf(service).some(
    (row) => direction !== '' && shown.includes(row.shown.as) && isAbout(row, operation, direction, path),
  );
}
