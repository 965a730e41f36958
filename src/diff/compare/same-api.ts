/** Whether two services with different ids are one API under two names. */

/** What a model says of who it is. */
export interface ApiIdentity {
  readonly uid: string | undefined;
  readonly apiVersion: string | undefined;
  readonly endpointPrefix: string | undefined;
  /** The names of its operations. */
  readonly operations: readonly string[];
}

/** Operations that two states of one service have in common, at least: a service may change while it gets another name. */
const mostly = 0.8;

/**
 * The one among others that is the same API: by its `uid`, or, because botocore makes that from the name, by address and
 * version of the API with mostly the same operations. An address alone says nothing: elb and elbv2 share one.
 */
export function findSameApi<T extends ApiIdentity>(api: ApiIdentity, others: readonly T[]): T | undefined {
  return (
    others.find(({ uid }) => uid !== undefined && uid === api.uid) ??
    others.find((other) => isSameByContent(api, other))
  );
}

function isSameByContent(a: ApiIdentity, b: ApiIdentity): boolean {
  if (a.endpointPrefix === undefined || a.endpointPrefix !== b.endpointPrefix || a.apiVersion !== b.apiVersion)
    return false;
  const names = new Set(a.operations);
  const common = b.operations.filter((name) => names.has(name)).length;
  return common > 0 && common >= mostly * Math.max(a.operations.length, b.operations.length);
}
