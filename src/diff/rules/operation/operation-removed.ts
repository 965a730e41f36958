/** A service lost an operation. */
import { noMatch, type OperationRule } from '../../findings/pairs.ts';
import { deprecatedBefore, subjectOf } from '../../wording.ts';

export const operationRemoved: OperationRule = {
  id: 'operation-removed',
  subject: 'operation',
  mirror: 'operation-added',
  severity: 'breaking',
  audience: 'sdk',
  needs: [],
  description:
    'An operation is gone. It stays breaking when it was deprecated before: the calls stop working all the same.',
  sentence: (change) => `${subjectOf(change)}${deprecatedBefore(change)} was removed`,
  example: {
    before: 'CreateListener request Port integer optional\nDeleteListener request ListenerArn string required',
    after: 'CreateListener request Port integer optional',
    line: 'operation-removed DeleteListener    breaking',
  },
  find({ before, after, newWhole }) {
    if (before === undefined || after !== undefined || !newWhole) return noMatch;
    return before.deprecated === undefined ? [{}] : [{ before: { deprecated: { ...before.deprecated } } }];
  },
};
