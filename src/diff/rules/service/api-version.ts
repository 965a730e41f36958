/** The newest version of a service's API is another one: newer, or older than before. */
import { noMatch, type ServicePair, type ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';

const shared = { subject: 'service', audience: 'sdk', needs: ['metadata'] } as const;

export const apiVersionAdded: ServiceRule = {
  ...shared,
  id: 'api-version-added',
  mirror: 'api-version-removed',
  severity: 'safe',
  description:
    'A service has a newer version of its API. It is the same service: what differs is told change by change.',
  sentence: (change) => `${code(change.service)} has the API version ${code(change.value)} now`,
  example: {
    before: 'service apiVersion=2012-06-01',
    after: 'service apiVersion=2015-12-01',
    line: 'api-version-added    2015-12-01 safe',
  },
  find(pair) {
    const [old, now] = versionsOf(pair);
    return old < now ? [{ value: now, before: old, after: now }] : noMatch;
  },
};

export const apiVersionRemoved: ServiceRule = {
  ...shared,
  id: 'api-version-removed',
  mirror: 'api-version-added',
  severity: 'breaking',
  description: 'The newest version of a service’s API is gone; an older one is the newest now.',
  sentence: (change) => `${code(change.service)} has the API version ${code(change.value)} no more`,
  example: {
    before: 'service apiVersion=2015-12-01',
    after: 'service apiVersion=2012-06-01',
    line: 'api-version-removed    2015-12-01 breaking',
  },
  find(pair) {
    const [old, now] = versionsOf(pair);
    return old > now ? [{ value: old, before: old, after: now }] : noMatch;
  },
};

/** API versions are days, or `latest`; equal where one side says none. */
function versionsOf({ before, after }: ServicePair): readonly [string, string] {
  const [old, now] = [before?.apiVersion, after?.apiVersion];
  return old === undefined || now === undefined ? ['', ''] : [old, now];
}
