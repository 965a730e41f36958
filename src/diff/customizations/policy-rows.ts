/** Policies of IAM: the SDK parses them for its callers, and its documentation shows them as parsed everywhere. */
import type { Customization } from './customization.ts';

/** Members of the type `policyDocumentType`, and lists of such. */
const members = [
  'AssumeRolePolicyDocument',
  'Document',
  'PermissionsBoundaryPolicyInputList',
  'PolicyDocument',
  'PolicyInputList',
  'ResourcePolicy',
  'ServiceControlPolicyInputList',
];

const common = { services: ['iam'], anywhere: true } as const;
const printed = {
  ...common,
  direction: 'request',
  since: '1.43.34',
  why: 'the documentation prints policies as read, and the SDK takes nothing but their text',
  side: 'docs-only',
} as const;

export const policyRows: readonly Customization[] = members.flatMap((member): readonly Customization[] => [
  { ...printed, member, shown: { as: 'type', type: 'dict' } },
  // The text that replaces it has no mark for required fields.
  { ...printed, member, shown: { as: 'optional' } },
  {
    ...common,
    member,
    direction: 'response',
    since: '1.0.0',
    shown: { as: 'type', type: 'dict' },
    why: 'the SDK reads the JSON of policies',
    side: 'sdk',
  },
]);
