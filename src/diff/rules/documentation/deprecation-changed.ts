/** What is said of a deprecation changed: since when, and what to use instead. */
import { canonicalJson, type Deprecation } from '../../../model/index.ts';
import { type Found, type MemberRule, noMatch, type OperationRule, type ServiceRule } from '../../findings/pairs.ts';
import { code, subjectOf } from '../../wording.ts';
import { deprecationJson } from '../field/field-deprecated.ts';

const shared = {
  severity: 'docs',
  audience: 'sdk',
  description: 'What is said of a deprecation changed: since when it holds, or what is to be used instead.',
} as const;

export const fieldDeprecationChanged: MemberRule = {
  ...shared,
  id: 'field-deprecation-changed',
  subject: 'member',
  mirror: 'field-deprecation-changed',
  needs: ['fields', 'member-deprecation'],
  sentence: (change) => `The deprecation of ${subjectOf(change)} says something else`,
  example: {
    before: 'CreateListener request SslPolicy string optional deprecated="Use Policy."',
    after: 'CreateListener request SslPolicy string optional deprecated="Use Policies."',
    line: 'field-deprecation-changed CreateListener request SslPolicy  docs',
  },
  find: ({ before, after }) => difference(before?.deprecated, after?.deprecated),
};

export const operationDeprecationChanged: OperationRule = {
  ...shared,
  id: 'operation-deprecation-changed',
  subject: 'operation',
  mirror: 'operation-deprecation-changed',
  needs: ['operation-deprecation'],
  sentence: (change) => `The deprecation of ${subjectOf(change)} says something else`,
  example: {
    before: 'CreateListener deprecated="Use another."',
    after: 'CreateListener deprecated="Use AddListener."',
    line: 'operation-deprecation-changed CreateListener    docs',
  },
  find: ({ before, after }) => difference(before?.deprecated, after?.deprecated),
};

export const serviceDeprecationChanged: ServiceRule = {
  ...shared,
  id: 'service-deprecation-changed',
  subject: 'service',
  mirror: 'service-deprecation-changed',
  needs: ['metadata'],
  sentence: (change) => `The deprecation of ${code(change.service)} says something else`,
  example: {
    before: 'service deprecated="Use another."',
    after: 'service deprecated="Use elbv2."',
    line: 'service-deprecation-changed     docs',
  },
  find: ({ before, after }) => difference(before?.deprecated, after?.deprecated),
};

/** What two deprecations say differently; nothing where one side is not deprecated, which is another change. */
export function difference(before: Deprecation | undefined, after: Deprecation | undefined): readonly Found[] {
  if (before === undefined || after === undefined) return noMatch;
  return canonicalJson(before) === canonicalJson(after)
    ? noMatch
    : [{ before: deprecationJson(before), after: deprecationJson(after) }];
}
