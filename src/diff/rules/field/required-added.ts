/** A field that was optional, or said nothing, must be there now. */
import { type MemberRule, noMatch } from '../../findings/pairs.ts';
import { subjectOf, whereOf } from '../../wording.ts';

export const requiredAdded: MemberRule = {
  id: 'required-added',
  subject: 'member',
  mirror: 'required-removed',
  severity: { request: 'breaking', response: 'safe' },
  audience: 'sdk',
  needs: ['fields', 'required'],
  description: 'In a request, calls that left the field out are refused. In a response, the field can be relied on.',
  sentence: (change) => `${subjectOf(change)} is required now ${whereOf(change)}`.trim(),
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port integer required',
    line: 'required-added CreateListener request Port  breaking',
  },
  find({ before, after, direction, facts }) {
    if (before === undefined || after === undefined || (direction === 'response' && !facts.has('response-required')))
      return noMatch;
    return before.required === false && after.required === true ? [{ before: false, after: true }] : noMatch;
  },
};
