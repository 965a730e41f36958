/** Whether two services with different ids are one API under two names. */

/** How a model identifies its API. */
export interface ApiIdentity {
  readonly uid: string | undefined;
  readonly apiVersion: string | undefined;
  readonly endpointPrefix: string | undefined;
  /** The names of its operations. */
  readonly operations: readonly string[];
}

/**
 * The smallest share of operations that two states of one service have in common: a service may change when it is
 * renamed.
 */
const mostly = 0.8;

/**
 * Finds the same API among others: by its `uid` or, because botocore makes that from the name, by address and version
 * of the API with mostly the same operations. The address alone is not enough: elb and elbv2 share one.
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
