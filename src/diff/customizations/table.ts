/** All customizations: read off `BUILTIN_HANDLERS` in `botocore/handlers.py` and the `sdk-extras` files, tag by tag. */
import type { Customization } from './customization.ts';
import { policyRows } from './policy-rows.ts';
import { signedUrlRows } from './signed-url-rows.ts';

const noMethods = (
  [
    ['lex-runtime-v2', 'StartConversation', '1.19.59'],
    ['qbusiness', 'Chat', '1.34.95'],
    ['bedrock-runtime', 'InvokeModelWithBidirectionalStream', '1.37.30'],
    ['connecthealth', 'StartMedicalScribeListeningSession', '1.42.62'],
    ['polly', 'StartSpeechSynthesisStream', '1.42.72'],
  ] as const
).map(
  ([service, operation, since]): Customization => ({
    services: [service],
    operations: [operation],
    direction: null,
    member: '',
    since,
    shown: { as: 'no method' },
    why: 'boto3 has no method for a call that streams in both directions',
    side: 'sdk',
  }),
);

const request = { direction: 'request', side: 'sdk' } as const;
const filledIn = { ...request, shown: { as: 'optional' } } as const;
const digest = 'the SDK computes the digest of the key';

/** Every row; the order means nothing. */
export const customizations: readonly Customization[] = [
  ...noMethods,
  ...policyRows,
  ...signedUrlRows,
  {
    ...request,
    services: ['s3'],
    operations: [
      'DeleteObjects',
      'PutBucketAcl',
      'PutBucketCors',
      'PutBucketLifecycle',
      'PutBucketLogging',
      'PutBucketNotification',
      'PutBucketPolicy',
      'PutBucketReplication',
      'PutBucketRequestPayment',
      'PutBucketTagging',
      'PutBucketVersioning',
      'PutBucketWebsite',
      'PutObjectAcl',
    ],
    member: 'ContentMD5',
    since: '1.0.0',
    shown: { as: 'hidden' },
    why: 'the SDK computes the digest itself and hides the parameter',
  },
  {
    ...{ services: ['s3'], operations: ['GetObject', 'HeadObject'], direction: 'response', member: 'ExpiresString' },
    since: '1.35.16',
    shown: { as: 'added' },
    why: 'the SDK hands out `Expires` as it came too, and no model has it',
    side: 'sdk',
  },
  {
    ...{ services: ['s3'], direction: 'response', member: 'Expires', since: '1.35.16' },
    shown: { as: 'type', type: 'datetime' },
    why: 'the SDK goes on to read it as a moment, whatever the model says',
    side: 'sdk',
  },
  {
    ...{ ...request, services: ['s3'], operations: ['CopyObject', 'UploadPartCopy'], member: 'CopySource' },
    since: '1.3.21',
    shown: { as: 'type', type: 'dict' },
    why: 'the SDK takes the parts of the string one by one too',
  },
  { ...filledIn, services: ['s3'], member: 'SSECustomerKeyMD5', since: '1.0.0', why: digest },
  { ...filledIn, services: ['s3'], member: 'CopySourceSSECustomerKeyMD5', since: '1.3.5', why: digest },
  {
    ...{ ...request, services: ['ec2'], member: 'Filter', since: '1.4.7' },
    operations: [
      'DescribeFlowLogs',
      'DescribeHostReservationOfferings',
      'DescribeHostReservations',
      'DescribeHosts',
      'DescribeNatGateways',
    ],
    shown: { as: 'name', name: 'Filters' },
    why: 'the SDK calls it as in all other operations',
  },
  {
    ...{ ...request, services: ['logs'], operations: ['CreateExportTask'], member: 'from', since: '1.4.7' },
    shown: { as: 'name', name: 'fromTime' },
    why: 'the name is a word of Python',
  },
  {
    ...{ ...request, services: ['cloudsearchdomain'], operations: ['Search'], member: 'return', since: '1.4.7' },
    shown: { as: 'name', name: 'returnFields' },
    why: 'the name is a word of Python',
  },
  {
    ...{ services: ['cloudformation'], operations: ['GetTemplate'], direction: 'response', member: 'TemplateBody' },
    since: '1.4.68',
    shown: { as: 'type', type: 'dict' },
    why: 'the SDK reads the JSON of a template',
    side: 'sdk',
  },
  {
    ...{ ...filledIn, services: ['glacier'], member: 'accountId', since: '1.0.0' },
    why: 'the SDK sends `-`, the account of the caller',
  },
  {
    ...{ ...filledIn, services: ['glacier'], operations: ['UploadArchive', 'UploadMultipartPart'], member: 'checksum' },
    since: '1.0.0',
    why: 'the SDK computes the checksum',
  },
];
