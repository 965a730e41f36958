/** A string that could be anything has a list of values now. */
import { noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { subjectOf, whereOf } from '../../wording.ts';
import { enumOf } from './enum-values.ts';

export const enumAdded: ShapeRule = {
  id: 'enum-added',
  subject: 'enum',
  mirror: 'enum-removed',
  severity: { request: 'breaking', response: 'safe' },
  audience: 'sdk',
  needs: ['fields', 'enums'],
  description: 'A string that could be anything has a list of values now. In a request, other values are refused.',
  sentence: (change) => `${subjectOf(change)} has a list of values now ${whereOf(change)}`.trim(),
  example: {
    before: 'CreateListener request Protocol string optional',
    after: 'CreateListener request Protocol string optional HTTP|HTTPS',
    line: 'enum-added CreateListener request Protocol  breaking',
  },
  find({ before, after, oldPartial }) {
    // Values stand in the syntax: a side that breaks off may only have lost them.
    if (oldPartial) return noMatch;
    const values = enumOf(after);
    return before.kind === 'string' && after.kind === 'string' && values.length > 0 && enumOf(before).length === 0
      ? [{ before: [], after: [...values] }]
      : noMatch;
  },
};
