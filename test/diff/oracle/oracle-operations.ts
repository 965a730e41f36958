/** The oracle's reading of operations and of the errors that they end with. */
import type { ErrorReference, Operation, Service, Wire } from '../../../src/model/index.ts';
import { deprecationDiffers, type Seen, shown, unknownDiffer } from './oracle-fields.ts';

/** What differs in an operation, apart from its fields and errors. */
export function operationsDiffer(old: Operation, now: Operation): Seen[] {
  const seen = deprecationDiffers('operation', old.deprecated, now.deprecated);
  const [was, is]: [Wire, Wire] = [old.wire ?? {}, now.wire ?? {}];
  for (const promise of ['readonly', 'idempotent'])
    if ((was[promise] === true) !== (is[promise] === true))
      seen.push({ kind: `${promise}-${is[promise] === true ? 'added' : 'removed'}`, value: '' });
  if (shown(was.http) !== shown(is.http))
    seen.push({ kind: 'http-changed', value: `${httpLine(was.http)}>${httpLine(is.http)}` });
  if (schemes(was) !== schemes(is)) seen.push(authDiffers(schemes(was), schemes(is)));
  for (const [trait, kind] of Object.entries(operationTraits))
    if (shown(was[trait]) !== shown(is[trait]))
      seen.push({ kind, value: `${trait} ${shown(was[trait])}>${shown(is[trait])}` });
  return [...seen, ...unknownDiffer(old.unknownTraits, now.unknownTraits)];
}

function schemes({ auth, authtype }: Wire): string {
  return [...(Array.isArray(auth) ? auth : []), ...(authtype === undefined ? [] : [authtype])].join(' ') || 'default';
}

function authDiffers(was: string, is: string): Seen {
  const seen = { kind: 'auth-changed', value: `${was}>${is}` };
  const isUsual = (scheme: string) => ['default', 'aws.auth#sigv4', 'v4'].includes(scheme);
  if (isUsual(was) && isUsual(is)) return { ...seen, noEffect: true };
  const isOpen = (scheme: string) => scheme.split(' ').every((one) => one === 'none' || one === 'smithy.api#noAuth');
  if (isOpen(was) === isOpen(is)) return seen;
  return { ...seen, level: isOpen(is) ? 'auth-dropped' : 'auth-needed' };
}

function httpLine(http: Wire[string] | undefined): string {
  const { method, requestUri, responseCode } = (http ?? {}) as Record<string, string | number | undefined>;
  return requestUri === undefined
    ? 'none'
    : [method, requestUri, responseCode].filter((part) => part !== undefined).join(' ');
}

/** What differs in what an error says of itself. */
export function errorsDiffer(old: ErrorReference, now: ErrorReference, before: Service, after: Service): Seen[] {
  const traitsOf = (service: Service, { target = '' }: ErrorReference) => {
    const shape = service.shapes[target];
    return shape !== undefined && 'error' in shape ? (shape.error ?? {}) : {};
  };
  const of = (service: Service, reference: ErrorReference) => {
    const traits = traitsOf(service, reference);
    return {
      code: traits.code ?? reference.name,
      status: traits.httpStatus,
      fault: traits.fault ? 'service' : 'caller',
      retry: traits.throttling ? 'throttling' : traits.retryable,
    };
  };
  const [a, b] = [of(before, old), of(after, now)];
  const stated = (trait: 'code' | 'httpStatus') =>
    [traitsOf(before, old), traitsOf(after, now)].filter((traits) => traits[trait] !== undefined).length;
  const marks: Readonly<Record<string, Partial<Seen>>> = {
    code: stated('code') < 2 ? { level: 'error-code-stated' } : {},
    status: stated('httpStatus') < 2 ? { noEffect: true } : {},
  };
  return (['code', 'status', 'fault', 'retry'] as const)
    .filter((trait) => a[trait] !== b[trait])
    .map((trait) => ({
      kind: `error-${trait}-changed`,
      value: `${now.name} ${shown(a[trait])}>${shown(b[trait])}`,
      ...marks[trait],
    }));
}

/** Operations that the SDK calls the same and the models do not, by their new names: the old ones. */
export function otherwiseNamed(before: Service, after: Service): ReadonlyMap<string, string> {
  const only = (one: Service, other: Service) =>
    one.operations.filter(({ name }) => other.operations.every((operation) => operation.name !== name));
  const [gone, come] = [only(before, after), only(after, before)];
  const found = new Map<string, string>();
  for (const { name, sdkName } of come) {
    const same = (list: readonly Operation[]) => list.filter((operation) => operation.sdkName === sdkName);
    if (same(gone).length === 1 && same(come).length === 1) found.set(name, (same(gone)[0] as Operation).name);
  }
  return found;
}

/** Whether a service's requests have the names of operations: paths stand for them in REST. */
export function isRest({ metadata }: Service): boolean {
  const { protocol, protocols = [protocol] } = metadata ?? {};
  return [protocols, protocol].flat().every((one) => /^rest-/.test(String(one)));
}

/** The names in two lists, each once. */
export function namesOf(
  a: readonly { readonly name: string }[],
  b: readonly { readonly name: string }[],
): readonly string[] {
  return [...new Set([...a, ...b].map(({ name }) => name))].sort();
}

const operationTraits: Readonly<Record<string, string>> = {
  httpChecksum: 'checksum-changed',
  httpChecksumRequired: 'checksum-changed',
  requestcompression: 'compression-changed',
  unsignedPayload: 'payload-signing-changed',
  endpoint: 'endpoint-changed',
  endpointdiscovery: 'endpoint-discovery-changed',
  endpointoperation: 'endpoint-discovery-changed',
  staticContextParams: 'endpoint-parameters-changed',
  operationContextParams: 'endpoint-parameters-changed',
  input: 'envelope-changed',
  output: 'envelope-changed',
};
