/** A whole service was marked as deprecated, or the mark was taken back. */
import { noMatch, type ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';
import { deprecationJson } from '../field/field-deprecated.ts';

const shared = { subject: 'service', audience: 'sdk', needs: ['metadata'] } as const;

export const serviceDeprecated: ServiceRule = {
  ...shared,
  id: 'service-deprecated',
  mirror: 'service-undeprecated',
  severity: 'dangerous',
  description: 'A service still works, and its team says that it should not be used any more.',
  sentence: (change) => `${code(change.service)} is deprecated`,
  example: {
    before: 'CreateListener',
    after: 'CreateListener\nservice deprecated="Use another."',
    line: 'service-deprecated     dangerous',
  },
  find: ({ before, after }) =>
    before !== undefined && before.deprecated === undefined && after?.deprecated !== undefined
      ? [{ after: deprecationJson(after.deprecated) }]
      : noMatch,
};

export const serviceUndeprecated: ServiceRule = {
  ...shared,
  id: 'service-undeprecated',
  mirror: 'service-deprecated',
  severity: 'safe',
  description: 'A service that was deprecated is not any more.',
  sentence: (change) => `${code(change.service)} is not deprecated any more`,
  example: {
    before: 'CreateListener\nservice deprecated="Use another."',
    after: 'CreateListener',
    line: 'service-undeprecated     safe',
  },
  find: ({ before, after }) =>
    after !== undefined && after.deprecated === undefined && before?.deprecated !== undefined
      ? [{ before: deprecationJson(before.deprecated) }]
      : noMatch,
};
