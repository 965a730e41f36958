/** A service is gone. */
import { match, noMatch, type ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';

export const serviceRemoved: ServiceRule = {
  id: 'service-removed',
  subject: 'service',
  mirror: 'service-added',
  severity: 'breaking',
  audience: 'sdk',
  needs: [],
  description: 'A service is gone, with every operation that it had.',
  sentence: (change) => `${code(change.service)} was removed`,
  example: { before: 'CreateListener', after: '', line: 'service-removed     breaking' },
  find: ({ before, after }) => (before !== undefined && after === undefined ? match : noMatch),
};
