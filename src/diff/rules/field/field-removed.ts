/** A structure lost a field. */
import { type MemberRule, noMatch } from '../../findings/pairs.ts';
import { code, deprecatedBefore, subjectOf, whereOf } from '../../wording.ts';

export const fieldRemoved: MemberRule = {
  id: 'field-removed',
  subject: 'member',
  mirror: 'field-added',
  severity: 'breaking',
  audience: 'sdk',
  needs: ['fields'],
  description:
    'A field is gone. A request that still sends it is refused by the SDK, and code that reads it from a response finds nothing.',
  sentence: (change) =>
    `${subjectOf(change)}${deprecatedBefore(change)} was removed ${whereOf(change)}${change.shape === undefined ? '' : ` of ${code(change.shape)}`}`.trim(),
  example: {
    before: 'DescribeListeners response Marker string\nDescribeListeners response NextToken string',
    after: 'DescribeListeners response Marker string',
    line: 'field-removed DescribeListeners response NextToken  breaking',
  },
  find({ before, after, newPartial }) {
    if (before === undefined || after !== undefined || newPartial) return noMatch;
    return before.deprecated === undefined ? [{}] : [{ before: { deprecated: { ...before.deprecated } } }];
  },
};
