/** A structure lost a field. */
import { noMatch } from '../../findings/finding.ts';
import type { MemberRule } from '../../findings/pairs.ts';
import { deprecatedBefore, fieldsInside, type Telling, verb, who } from '../../wording/telling.ts';

export const fieldRemoved: MemberRule = {
  id: 'field-removed',
  subject: 'member',
  mirror: 'field-added',
  severity: 'breaking',
  audience: 'sdk',
  needs: ['fields'],
  description:
    'A field was removed. The SDK refuses a request that still sends it, and code that reads it from a response finds nothing.',
  advice: 'Stop sending it; read it with `.get()` until it is gone from your code.',
  adviceIn: { request: 'Stop sending it.', response: 'Read it with `.get()` until it is gone from your code.' },
  sentence: removedField,
  example: {
    before: 'DescribeListeners response Marker string\nDescribeListeners response NextToken string',
    after: 'DescribeListeners response Marker string',
    line: 'field-removed DescribeListeners response NextToken  breaking',
    says: {
      request: 'breaking: `DescribeListeners` no longer takes `NextToken` — passing it raises ParamValidationError',
      response: 'breaking: `DescribeListeners` no longer returns `NextToken`',
    },
  },
  find({ before, after, newPartial }) {
    if (before === undefined || after !== undefined || newPartial) return noMatch;
    return before.deprecated === undefined ? [{}] : [{ before: { deprecated: { ...before.deprecated } } }];
  },
};

function removedField(telling: Telling): string {
  const what = `${fieldsInside(telling)}${deprecatedBefore(telling)}`;
  const passing = ` — passing ${telling.fields.length > 1 ? 'them' : 'it'} raises ParamValidationError`;
  if (telling.direction === 'response')
    return `${who(telling)} no longer ${verb(telling, 'returns', 'return')} ${what}`;
  if (telling.direction === 'request')
    return `${who(telling)} no longer ${verb(telling, 'takes', 'take')} ${what}${passing}`;
  return `${who(telling)} no longer ${verb(telling, 'takes or returns', 'take or return')} ${what}${passing}`;
}
