/** An operation does not fail with an error any more. */
import { type ErrorRule, noMatch } from '../../findings/pairs.ts';
import { code, subjectOf } from '../../wording.ts';

export const errorRemoved: ErrorRule = {
  id: 'error-removed',
  subject: 'error',
  mirror: 'error-added',
  severity: 'safe',
  audience: 'sdk',
  needs: ['errors'],
  description: 'An operation does not fail in this way any more. Code that handles the error is not needed for it.',
  sentence: (change) =>
    `${code(change.value)} is no error of ${change.places.length === 1 ? subjectOf(change) : `${change.places.length} operations`} any more`,
  example: {
    before: 'CreateListener error TooManyListeners\nCreateListener error TrustStoreNotReady',
    after: 'CreateListener error TooManyListeners',
    line: 'error-removed CreateListener   TrustStoreNotReady safe',
  },
  find: ({ before, after }) => (before !== undefined && after === undefined ? [{ value: before.name }] : noMatch),
};
