/** A service has another id: the SDK creates its client under another name. */

import { isServiceAlias } from '../../customizations/index.ts';
import { noMatch } from '../../findings/finding.ts';
import type { ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording/code.ts';

const shared = {
  id: 'service-renamed',
  subject: 'service',
  mirror: 'service-renamed',
  audience: 'sdk',
  needs: [],
} as const;

export const serviceRenamed: ServiceRule = {
  ...shared,
  severity: 'breaking',
  description:
    'The SDK calls a service by another name, and clients are made by that name. It is the same service: what else differs is told change by change.',
  advice: 'Make the client by the new name.',
  sentence: ({ change: { before, after } }) =>
    `${code(String(before))} is called ${code(String(after))} — use ${code(`boto3.client('${after}')`)}${isServiceAlias(String(before), String(after)) ? '; the old name works too' : ''}`,
  example: {
    before: 'service id=profile',
    after: 'service id=customer-profiles',
    line: 'service-renamed    profile>customer-profiles breaking',
    says: "breaking: `profile` is called `customer-profiles` — use `boto3.client('customer-profiles')`",
  },
  find: ({ before, after }) =>
    before === undefined || after === undefined || before.id === after.id || isServiceAlias(before.id, after.id)
      ? noMatch
      : [{ value: `${before.id}>${after.id}`, before: before.id, after: after.id }],
};

export const serviceRenamedWithAlias: ServiceRule = {
  ...shared,
  severity: 'safe',
  description: 'The SDK calls a service by another name, and goes on to know the old one.',
  sentence: serviceRenamed.sentence,
  example: {
    before: 'service id=runtime.sagemaker',
    after: 'service id=sagemaker-runtime',
    line: 'service-renamed    runtime.sagemaker>sagemaker-runtime safe',
    says: "safe: `runtime.sagemaker` is called `sagemaker-runtime` — use `boto3.client('sagemaker-runtime')`; the old name works too",
  },
  find: ({ before, after }) =>
    before !== undefined && after !== undefined && before.id !== after.id && isServiceAlias(before.id, after.id)
      ? [{ value: `${before.id}>${after.id}`, before: before.id, after: after.id }]
      : noMatch,
};
