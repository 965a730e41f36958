/** A field that had to be there may be missing now. */
import { type MemberRule, noMatch } from '../../findings/pairs.ts';
import { subjectOf, whereOf } from '../../wording.ts';

export const requiredRemoved: MemberRule = {
  id: 'required-removed',
  subject: 'member',
  mirror: 'required-added',
  severity: { request: 'safe', response: 'dangerous' },
  audience: 'sdk',
  needs: ['fields', 'required'],
  description: 'In a request, the field may be left out. In a response, code that relies on it may find nothing.',
  sentence: (change) => `${subjectOf(change)} is optional now ${whereOf(change)}`.trim(),
  example: {
    before: 'CreateListener request Port integer required',
    after: 'CreateListener request Port integer optional',
    line: 'required-removed CreateListener request Port  safe',
  },
  find({ before, after, direction, facts }) {
    if (before === undefined || after === undefined || (direction === 'response' && !facts.has('response-required')))
      return noMatch;
    return before.required === true && after.required === false ? [{ before: true, after: false }] : noMatch;
  },
};
