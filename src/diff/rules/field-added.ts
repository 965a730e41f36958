/** A structure gained a field; one that a request must carry is another kind. */
import { type MemberRule, nothing, yes } from '../find.ts';
import { code, lastName, subjectOf, whereOf } from '../wording.ts';

export const fieldAdded: MemberRule = {
  id: 'field-added',
  subject: 'member',
  mirror: 'field-removed',
  severity: 'safe',
  audience: 'sdk',
  needs: ['fields'],
  description:
    'A new field that a caller may send, or that comes back. Code that was written before it goes on working.',
  sentence: (change) =>
    `${subjectOf(change)} is a new field ${whereOf(change)}${change.shape === undefined ? '' : ` of ${code(lastName(change.shape))}`}`.trim(),
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port integer optional\nCreateListener request Protocol string optional',
    line: 'field-added CreateListener request Protocol  safe',
  },
  find({ before, after, direction, facts, oldPartial }) {
    if (before !== undefined || after === undefined || oldPartial) return nothing;
    return direction === 'request' && facts.has('required') && after.required === true ? nothing : yes;
  },
};
