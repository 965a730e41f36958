/** A service has another id: the SDK makes its client by another name. */
import { noMatch, type ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';

export const serviceRenamed: ServiceRule = {
  id: 'service-renamed',
  subject: 'service',
  mirror: 'service-renamed',
  severity: 'breaking',
  audience: 'sdk',
  needs: [],
  description:
    'The SDK calls a service by another name, and clients are made by that name. It is the same service: what else differs is told change by change.',
  sentence: (change) => `${code(String(change.before))} is called ${code(String(change.after))} now`,
  example: {
    before: 'service id=profile',
    after: 'service id=customer-profiles',
    line: 'service-renamed    profile>customer-profiles breaking',
  },
  find: ({ before, after }) =>
    before === undefined || after === undefined || before.id === after.id
      ? noMatch
      : [{ value: `${before.id}>${after.id}`, before: before.id, after: after.id }],
};
