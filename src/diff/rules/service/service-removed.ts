/** A service is gone. */
import { match, noMatch } from '../../findings/finding.ts';
import type { ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording/code.ts';

export const serviceRemoved: ServiceRule = {
  id: 'service-removed',
  subject: 'service',
  mirror: 'service-added',
  severity: 'breaking',
  audience: 'sdk',
  needs: [],
  description: 'A service was removed, with every operation that it had.',
  advice: 'Remove the client, or stay on the version before.',
  sentence: ({ change: { service } }) =>
    `${code(service)} is gone — ${code(`boto3.client('${service}')`)} raises UnknownServiceError`,
  example: {
    before: 'CreateListener',
    after: '',
    line: 'service-removed     breaking',
    says: "breaking: `example` is gone — `boto3.client('example')` raises UnknownServiceError",
  },
  find: ({ before, after }) => (before !== undefined && after === undefined ? match : noMatch),
};
