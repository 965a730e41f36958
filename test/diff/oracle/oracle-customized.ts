/** What the judgement says of callers of the SDK where the models say another thing, for the services of the bundle. */
import type { Operation, Service, Shape } from '../../../src/model/index.ts';

const withoutMd5 = new Set(
  `DeleteObjects PutBucketAcl PutBucketCors PutBucketLifecycle PutBucketLogging PutBucketNotification PutBucketPolicy
  PutBucketReplication PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite PutObjectAcl`.split(
    /\s+/,
  ),
);
/** `service operation field`, `*` for every operation: not required though the model says so. */
const filledIn = new Set([
  's3 * SSECustomerKeyMD5',
  's3 * CopySourceSSECustomerKeyMD5',
  'glacier * accountId',
  'glacier * checksum',
  'ec2 CopySnapshot PresignedUrl',
  'ec2 CopySnapshot DestinationRegion',
  'rds * PreSignedUrl',
  'docdb * PreSignedUrl',
  'neptune * PreSignedUrl',
]);

/** Whether the SDK does not show a field of a request: it sends it by itself. */
export function isHidden(service: string, operation: string, direction: string, path: string): boolean {
  return service === 's3' && direction === 'request' && path === 'ContentMD5' && withoutMd5.has(operation);
}

/** Whether the SDK sends a field at the top of a request that the caller leaves out, beside tokens. */
export function isFilledIn(service: string, operation: string, path: string): boolean {
  return filledIn.has(`${service} * ${path}`) || filledIn.has(`${service} ${operation} ${path}`);
}

/** Whether boto3 does not offer an operation: it streams in both directions. */
export function isBeyondSdk({ shapes }: Service, operation: Operation): boolean {
  const streams = (root: string | null | undefined) => {
    const shape: Shape | undefined = shapes[root ?? ''];
    const members = shape !== undefined && 'members' in shape ? shape.members : [];
    return members.some(({ target }) => shapes[target]?.kind === 'eventstream');
  };
  return streams(operation.request) && streams(operation.response);
}

/** Old ids of services that stay beside their new ones. */
export const aliases: ReadonlySet<string> = new Set(['runtime.sagemaker']);
