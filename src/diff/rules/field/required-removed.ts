/** A required field may be absent now. */
import { noMatch } from '../../findings/finding.ts';
import type { MemberRule } from '../../findings/pairs.ts';
import { fieldsInside, type Telling, who } from '../../wording/telling.ts';

export const requiredRemoved: MemberRule = {
  id: 'required-removed',
  subject: 'member',
  mirror: 'required-added',
  severity: { request: 'safe', response: 'dangerous' },
  audience: 'sdk',
  needs: ['fields', 'required'],
  description: 'In a request, the field may be left out. In a response, code that relies on it may find nothing.',
  advice: 'Read it with `.get()`, and handle that it is not there.',
  sentence: mayBeMissing,
  example: {
    before: 'CreateListener request Port integer required',
    after: 'CreateListener request Port integer optional',
    line: 'required-removed CreateListener request Port  safe',
    says: {
      request: 'safe: `Port` may be left out of `CreateListener`',
      response: 'dangerous: `Port` may be missing from what `CreateListener` returns — check before reading it',
    },
  },
  find({ before, after, direction, facts }) {
    if (before === undefined || after === undefined || (direction === 'response' && !facts.has('response-required')))
      return noMatch;
    return before.required === true && after.required === false ? [{ before: true, after: false }] : noMatch;
  },
};

function mayBeMissing(telling: Telling): string {
  const what = `${fieldsInside(telling)}`;
  const check = ` — check before reading ${telling.fields.length > 1 ? 'them' : 'it'}`;
  if (telling.direction === 'request') return `${what} may be left out of ${who(telling)}`;
  if (telling.direction === 'response')
    return `${what} may be missing from what ${who(telling)} ${telling.operations.length > 1 ? 'return' : 'returns'}${check}`;
  return `${what} may be left out, and may be missing from responses${check}`;
}
