/** An operation was marked as deprecated, or the mark was taken back. */
import { noMatch, type OperationRule } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';
import { deprecationJson } from '../field/field-deprecated.ts';

export const operationDeprecated: OperationRule = {
  id: 'operation-deprecated',
  subject: 'operation',
  mirror: 'operation-undeprecated',
  severity: 'dangerous',
  audience: 'sdk',
  needs: ['operation-deprecation'],
  description: 'An operation still works, and its team says that it should not be used any more.',
  sentence: (change) => `${subjectOf(change)} is deprecated`,
  example: {
    before: 'CreateListener',
    after: 'CreateListener deprecated',
    line: 'operation-deprecated CreateListener    dangerous',
  },
  find({ before, after }) {
    if (before === undefined || after?.deprecated === undefined || before.deprecated !== undefined) return noMatch;
    return [{ after: deprecationJson(after.deprecated) }];
  },
};

export const operationUndeprecated: OperationRule = {
  id: 'operation-undeprecated',
  subject: 'operation',
  mirror: 'operation-deprecated',
  severity: 'safe',
  audience: 'sdk',
  needs: ['operation-deprecation'],
  description: 'An operation that was deprecated is not any more.',
  sentence: (change) => `${subjectOf(change)} is not deprecated any more`,
  example: {
    before: 'CreateListener deprecated',
    after: 'CreateListener',
    line: 'operation-undeprecated CreateListener    safe',
  },
  find({ before, after }) {
    if (after === undefined || before?.deprecated === undefined || after.deprecated !== undefined) return noMatch;
    return [{ before: deprecationJson(before.deprecated) }];
  },
};
