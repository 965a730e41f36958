/** A request gained a field that every caller must send. */
import { type MemberRule, match, noMatch } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';

export const requiredFieldAdded: MemberRule = {
  id: 'required-field-added',
  subject: 'member',
  mirror: 'field-removed',
  severity: 'breaking',
  audience: 'sdk',
  needs: ['fields', 'required'],
  description: 'A new field that every request must carry. Calls that were written before it are refused.',
  sentence: (change) => `${subjectOf(change)} is a new field that a request must carry`,
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port integer optional\nCreateListener request Protocol string required',
    line: 'required-field-added CreateListener request Protocol  breaking',
  },
  find({ before, after, direction, oldPartial }) {
    if (before !== undefined || after === undefined || oldPartial) return noMatch;
    return direction === 'request' && after.required === true ? match : noMatch;
  },
};
