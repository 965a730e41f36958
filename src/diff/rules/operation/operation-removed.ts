/** A service lost an operation. */
import { noMatch } from '../../findings/finding.ts';
import type { OperationRule } from '../../findings/pairs.ts';
import { names } from '../../wording/code.ts';
import { deprecatedBefore, type Telling } from '../../wording/telling.ts';

export const operationRemoved: OperationRule = {
  id: 'operation-removed',
  subject: 'operation',
  mirror: 'operation-added',
  severity: 'breaking',
  audience: 'sdk',
  needs: [],
  description:
    'An operation was removed. It is breaking also where it was deprecated before: the calls stop working all the same.',
  advice: 'Remove the calls, or stay on the version before.',
  sentence: removedOperations,
  example: {
    before: 'CreateListener request Port integer optional\nDeleteListener request ListenerArn string required',
    after: 'CreateListener request Port integer optional',
    line: 'operation-removed DeleteListener    breaking',
    says: 'breaking: `DeleteListener` is gone — calls fail with AttributeError after the upgrade',
  },
  find({ before, after, newWhole }) {
    if (before === undefined || after !== undefined || !newWhole) return noMatch;
    return before.deprecated === undefined ? [{}] : [{ before: { deprecated: { ...before.deprecated } } }];
  },
};

function removedOperations(telling: Telling): string {
  const are = telling.fields.length > 1 ? 'are' : 'is';
  return `${names(telling.fields)} ${are} gone${deprecatedBefore(telling)}${telling.change.audience === 'wire' ? '' : ' — calls fail with AttributeError after the upgrade'}`;
}
