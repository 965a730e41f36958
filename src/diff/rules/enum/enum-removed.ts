/** A string that had a list of values can be anything now. */
import { noMatch } from '../../findings/finding.ts';
import type { ShapeRule } from '../../findings/pairs.ts';
import { subject, subjectVerb } from '../../wording/telling.ts';
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
  advice: 'Handle values that the list did not have.',
  sentence: (telling) =>
    telling.direction === 'request'
      ? `${subject(telling)} ${subjectVerb(telling, 'takes', 'take')} any text now; the list of values was withdrawn`
      : `${subject(telling)} may now be any text; the list of values was withdrawn — handle unknown values`,
  example: {
    before: 'DescribeListeners response Protocol string  HTTP|HTTPS',
    after: 'DescribeListeners response Protocol string',
    line: 'enum-removed DescribeListeners response Protocol  dangerous',
    says: {
      request: 'safe: `Protocol` takes any text now; the list of values was withdrawn',
      response: 'dangerous: `Protocol` may now be any text; the list of values was withdrawn — handle unknown values',
    },
  },
  find({ before, after, newPartial }) {
    // Values are part of the syntax: if the syntax of one side breaks off, its values may only be lost.
    if (newPartial) return noMatch;
    const values = enumOf(before);
    return before.kind === 'string' && after.kind === 'string' && values.length > 0 && enumOf(after).length === 0
      ? [{ before: [...values], after: [] }]
      : noMatch;
  },
};
