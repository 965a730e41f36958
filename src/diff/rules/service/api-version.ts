/** The newest version of a service's API changed to a newer or an older one. */
import { noMatch } from '../../findings/finding.ts';
import type { ServicePair, ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording/code.ts';
import type { Telling } from '../../wording/telling.ts';

const shared = { subject: 'service', audience: 'sdk', needs: ['metadata'] } as const;

export const apiVersionAdded: ServiceRule = {
  ...shared,
  id: 'api-version-added',
  mirror: 'api-version-removed',
  severity: 'safe',
  description:
    'A service has a newer version of its API. It is the same service: what differs is told change by change.',
  sentence: (telling) => moved(telling, 'moved to'),
  example: {
    before: 'service apiVersion=2012-06-01',
    after: 'service apiVersion=2015-12-01',
    line: 'api-version-added    2015-12-01 safe',
    says: 'safe: `example` moved to API version 2015-12-01 (was 2012-06-01)',
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
  description: 'The newest version of a service’s API was removed; an older one is the newest now.',
  advice: 'Name no `api_version` when you make the client, or name one that is there.',
  sentence: (telling) => moved(telling, 'went back to'),
  example: {
    before: 'service apiVersion=2015-12-01',
    after: 'service apiVersion=2012-06-01',
    line: 'api-version-removed    2015-12-01 breaking',
    says: 'breaking: `example` went back to API version 2012-06-01 (was 2015-12-01)',
  },
  find(pair) {
    const [old, now] = versionsOf(pair);
    return old > now ? [{ value: old, before: old, after: now }] : noMatch;
  },
};

function moved({ change }: Telling, verb: string): string {
  return `${code(change.service)} ${verb} API version ${change.after} (was ${change.before})`;
}

/** API versions are dates, or `latest`; they count as equal if one side states no version. */
function versionsOf({ before, after }: ServicePair): readonly [string, string] {
  const [old, now] = [before?.apiVersion, after?.apiVersion];
  return old === undefined || now === undefined ? ['', ''] : [old, now];
}
