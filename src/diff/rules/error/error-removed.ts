/** An operation does not fail with an error any more. */
import { noMatch } from '../../findings/finding.ts';
import type { ErrorRule } from '../../findings/pairs.ts';
import { valuesOr, verb, who } from '../../wording/telling.ts';

export const errorRemoved: ErrorRule = {
  id: 'error-removed',
  subject: 'error',
  mirror: 'error-added',
  severity: 'safe',
  audience: 'sdk',
  needs: ['errors'],
  description: 'An operation is not stated to fail with an error any more. Code that handles it may stay as it is.',
  sentence: (telling) => `${who(telling)} no longer ${verb(telling, 'raises', 'raise')} ${valuesOr(telling)}`,
  example: {
    before: 'CreateListener error TooManyListeners\nCreateListener error TrustStoreNotReady',
    after: 'CreateListener error TooManyListeners',
    line: 'error-removed CreateListener   TrustStoreNotReady safe',
    says: 'safe: `CreateListener` no longer raises `TrustStoreNotReady`',
  },
  find: ({ before, after }) => (before !== undefined && after === undefined ? [{ value: before.name }] : noMatch),
};
