/** A string that had a list of values can be anything now. */
import { noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { subjectOf, whereOf } from '../../wording.ts';
import { enumOf } from './enum-values.ts';

export const enumRemoved: ShapeRule = {
  id: 'enum-removed',
  subject: 'enum',
  mirror: 'enum-added',
  severity: { request: 'safe', response: 'dangerous' },
  audience: 'sdk',
  needs: ['fields', 'enums'],
  description:
    'A string that had a list of values can be anything now. In a response, code that knows only the list may meet another value.',
  sentence: (change) => `${subjectOf(change)} has no list of values any more ${whereOf(change)}`.trim(),
  example: {
    before: 'DescribeListeners response Protocol string  HTTP|HTTPS',
    after: 'DescribeListeners response Protocol string',
    line: 'enum-removed DescribeListeners response Protocol  dangerous',
  },
  find({ before, after, newPartial }) {
    // Values stand in the syntax: a side that breaks off may only have lost them.
    if (newPartial) return noMatch;
    const values = enumOf(before);
    return before.kind === 'string' && after.kind === 'string' && values.length > 0 && enumOf(after).length === 0
      ? [{ before: [...values], after: [] }]
      : noMatch;
  },
};
