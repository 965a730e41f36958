/** A service gained an operation. */
import { match, noMatch, type OperationRule } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';

export const operationAdded: OperationRule = {
  id: 'operation-added',
  subject: 'operation',
  mirror: 'operation-removed',
  severity: 'safe',
  audience: 'sdk',
  needs: [],
  description: 'A new operation. Nothing that worked before is touched.',
  sentence: (change) => `${subjectOf(change)} is a new operation`,
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port integer optional\nDeleteListener request ListenerArn string required',
    line: 'operation-added DeleteListener    safe',
  },
  find: ({ before, after, oldWhole }) => (before === undefined && after !== undefined && oldWhole ? match : noMatch),
};
