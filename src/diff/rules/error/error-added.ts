/** An operation may fail with one more error. */
import { type ErrorRule, noMatch } from '../../findings/pairs.ts';
import { code, subjectOf } from '../../wording.ts';

export const errorAdded: ErrorRule = {
  id: 'error-added',
  subject: 'error',
  mirror: 'error-removed',
  severity: 'dangerous',
  audience: 'sdk',
  needs: ['errors'],
  description:
    'An operation may fail in one more way. Code that handles only the errors it knows may not handle this one.',
  sentence: (change) =>
    `${code(change.value)} is a new error of ${change.places.length === 1 ? subjectOf(change) : `${change.places.length} operations`}`,
  example: {
    before: 'CreateListener error TooManyListeners',
    after: 'CreateListener error TooManyListeners\nCreateListener error TrustStoreNotReady',
    line: 'error-added CreateListener   TrustStoreNotReady dangerous',
  },
  find: ({ before, after }) => (before === undefined && after !== undefined ? [{ value: after.name }] : noMatch),
};
