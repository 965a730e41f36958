/** A service is new. */
import { match, noMatch, type ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';

export const serviceAdded: ServiceRule = {
  id: 'service-added',
  subject: 'service',
  mirror: 'service-removed',
  severity: 'safe',
  audience: 'sdk',
  needs: [],
  description: 'A service is new. It is one change, however many operations it has.',
  sentence: (change) => `${code(change.service)} is a new service`,
  example: { before: '', after: 'CreateListener', line: 'service-added     safe' },
  find: ({ before, after }) => (before === undefined && after !== undefined ? match : noMatch),
};
