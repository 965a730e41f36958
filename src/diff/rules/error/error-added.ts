/** An operation may fail with one more error. */
import { noMatch } from '../../findings/finding.ts';
import type { ErrorRule } from '../../findings/pairs.ts';
import { valuesOr, who } from '../../wording/telling.ts';

export const errorAdded: ErrorRule = {
  id: 'error-added',
  subject: 'error',
  mirror: 'error-removed',
  severity: 'safe',
  audience: 'sdk',
  needs: ['errors'],
  description:
    'The documentation of an operation names one more error. Every call can fail already, so code that was written before goes on working.',
  sentence: (telling) => `${who(telling)} can raise ${valuesOr(telling)}`,
  example: {
    before: 'CreateListener error TooManyListeners',
    after: 'CreateListener error TooManyListeners\nCreateListener error TrustStoreNotReady',
    line: 'error-added CreateListener   TrustStoreNotReady safe',
    says: 'safe: `CreateListener` can raise `TrustStoreNotReady`',
  },
  find: ({ before, after }) => (before === undefined && after !== undefined ? [{ value: after.name }] : noMatch),
};
