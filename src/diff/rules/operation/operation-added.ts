/** A service gained an operation. */
import { noMatch } from '../../findings/finding.ts';
import type { OperationRule } from '../../findings/pairs.ts';
import { names } from '../../wording/code.ts';
import { detail, firstSentence, type Telling } from '../../wording/telling.ts';

export const operationAdded: OperationRule = {
  id: 'operation-added',
  subject: 'operation',
  mirror: 'operation-removed',
  severity: 'safe',
  audience: 'sdk',
  needs: [],
  description: 'A new operation. Nothing that worked before is touched.',
  sentence: newOperations,
  example: {
    before: 'CreateListener request Port integer optional',
    after:
      'CreateListener request Port integer optional\nDeleteListener request ListenerArn string required\nDeleteListener doc="Deletes a listener. It is gone at once."',
    line: 'operation-added DeleteListener    safe',
    says: 'safe: New operation `DeleteListener` — Deletes a listener',
  },
  find: ({ before, after, oldWhole, prose }) =>
    before === undefined && after !== undefined && oldWhole
      ? [{ details: { summary: firstSentence(prose.words(after.documentation ?? [])) } }]
      : noMatch,
};

function newOperations(telling: Telling): string {
  if (telling.fields.length > 1) return `${telling.fields.length} new operations: ${names(telling.fields)}`;
  const summary = detail(telling, 'summary');
  return `New operation ${names(telling.fields)}${summary === '' ? '' : ` — ${summary}`}`;
}
