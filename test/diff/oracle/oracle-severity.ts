/** How bad each kind is and whom it concerns: written from the judgement and the catalogue, and not from the rules. */

/** `case severity`, or `case request/response`; `wire` where only the protocol sees it. A case is a kind, or a kind and what makes it milder or worse. */
const table = `
service-added safe, service-removed breaking, service-renamed breaking, service-aliased safe
service-deprecated safe, service-undeprecated safe, service-deprecation-changed docs
api-version-added safe, api-version-removed breaking
protocol-changed breaking wire, protocol-gained safe wire, signing-changed dangerous wire
service-endpoint-changed dangerous wire, service-name-changed docs wire, metadata-changed docs wire
endpoint-rules-changed dangerous wire
client-context-param-added safe, client-context-param-removed breaking, client-context-param-changed breaking
paginator-added safe, paginator-removed breaking, paginator-words docs
paginator-limit-lost breaking, paginator-result-lost dangerous, paginator-gained safe
waiter-added safe, waiter-removed breaking, waiter-meaning dangerous, waiter-pace docs, waiter-shorter dangerous

operation-added safe, operation-removed breaking, operation-renamed breaking wire
operation-deprecated safe, operation-undeprecated safe, operation-deprecation-changed docs
readonly-added docs wire, readonly-removed docs wire, idempotent-added docs wire, idempotent-removed docs wire
http-changed breaking wire, envelope-changed breaking wire
auth-needed dangerous, auth-dropped safe, auth-changed dangerous wire
checksum-changed dangerous wire, compression-changed dangerous wire, payload-signing-changed dangerous wire
endpoint-changed dangerous wire, endpoint-discovery-changed dangerous wire, endpoint-parameters-changed dangerous wire

error-added safe, error-removed safe, error-field-added safe, error-field-removed breaking
error-code-changed breaking, error-code-stated docs, error-status-changed breaking
error-fault-changed docs, error-retry-changed docs

field-added safe, choice-added safe/dangerous, field-removed breaking
required-field-added breaking, required-field-filled safe
required-added breaking/safe, required-filled safe, required-removed safe/dangerous
idempotency-added safe, idempotency-removed dangerous, idempotency-removed-required breaking
default-added dangerous, default-removed dangerous, default-changed dangerous
field-deprecated safe, field-undeprecated safe, field-deprecation-changed docs
shape-deprecated safe, shape-undeprecated safe, shape-deprecation-changed docs

type-changed breaking, type-same safe wire, type-widened safe/breaking, type-narrowed breaking/safe
streaming-changed safe/breaking
union-set breaking/dangerous, union-of-one dangerous/safe, union-dropped safe/dangerous
enum-added breaking/safe, enum-removed safe/dangerous, enum-value-added safe/dangerous, enum-value-removed breaking/safe
min-raised breaking/safe, limit-tightened dangerous/safe, limit-relaxed safe/docs, pattern-replaced docs
sensitive-added docs, sensitive-removed docs
sparse-added safe/dangerous, sparse-removed dangerous/safe

location-changed breaking wire, wire-name-changed breaking wire, xml-changed breaking wire, xml-order-changed dangerous wire
payload-changed breaking wire, timestamp-format-changed breaking wire, event-changed breaking wire
nullability-changed docs wire, host-label-changed dangerous wire, length-required-changed dangerous wire
endpoint-parameter-changed dangerous wire
trait-added docs wire, trait-changed docs wire, trait-removed docs wire`;

/** How bad a case is, and whom it concerns. */
export interface Level {
  readonly severity: string;
  readonly audience: string;
}

const levels = new Map(
  table
    .split(/[,\n]/)
    .map((entry) => entry.trim().split(' '))
    .filter(([one]) => one !== '')
    .map(([one = '', severity = '', audience = 'sdk']) => [one, { severity: severity.split('/'), audience }]),
);

/** The level of a case; throws on one that the table does not have. `in-error` before it: in a field of an error. */
export function levelOf(one: string, direction: 'request' | 'response' | ''): Level {
  if (one === 'in-error enum-value-added') return { severity: 'safe', audience: 'sdk' };
  if (one.startsWith('in-error ')) return levelOf(one.slice('in-error '.length), 'response');
  const level = levels.get(one);
  if (level === undefined) throw new Error(`Unexpected case \`${one}\`, expected one of the table`);
  const { severity, audience } = level;
  return { severity: (direction === 'response' ? severity[1] : undefined) ?? (severity[0] as string), audience };
}
