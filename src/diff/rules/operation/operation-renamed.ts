/** An operation has another name on the wire, and the SDK's method keeps its name. */
import { noMatch } from '../../findings/finding.ts';
import type { OperationRule } from '../../findings/pairs.ts';
import { code } from '../../wording/code.ts';

export const operationRenamed: OperationRule = {
  id: 'operation-renamed',
  subject: 'operation',
  mirror: 'operation-renamed',
  severity: 'breaking',
  audience: 'wire',
  needs: [],
  description:
    'An operation has another name, and the method of the SDK keeps its own. Who writes requests by hand sends the new name. It is the same operation: what else differs is told change by change.',
  advice: 'Send the new name.',
  sentence: ({ change: { before, after } }) => `${code(String(before))} is sent as ${code(String(after))} now`,
  example: {
    before: 'DeleteDBListener',
    after: 'DeleteDbListener',
    line: 'operation-renamed DeleteDbListener   DeleteDBListener>DeleteDbListener breaking',
    says: 'breaking, wire: `DeleteDBListener` is sent as `DeleteDbListener` now',
  },
  find({ before, after, sendsNames }) {
    if (before === undefined || after === undefined || before.name === after.name) return noMatch;
    // A name that is derived from the SDK's says nothing about the wire.
    if (before.nameOrigin !== 'stated' || after.nameOrigin !== 'stated') return noMatch;
    return [
      {
        value: `${before.name}>${after.name}`,
        before: before.name,
        after: after.name,
        ...(sendsNames ? {} : { noEffect: 'requests of its protocol do not contain the name' }),
      },
    ];
  },
};
