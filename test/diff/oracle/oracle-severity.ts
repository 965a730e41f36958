/** How bad each kind is, written from the catalogue and not from the rules: `request/response`, or one for both. */

const table = `
service-added safe, service-removed breaking, service-renamed breaking, service-deprecated dangerous, service-undeprecated safe
service-deprecation-changed docs, api-version-added safe, api-version-removed breaking
signing-changed dangerous, service-endpoint-changed dangerous, service-name-changed docs, metadata-changed docs
operation-added safe, operation-removed breaking, operation-deprecated dangerous, operation-undeprecated safe
operation-deprecation-changed docs, readonly-added safe, readonly-removed dangerous, idempotent-added safe
idempotent-removed dangerous, http-changed breaking, auth-changed dangerous, checksum-changed dangerous
compression-changed dangerous, payload-signing-changed dangerous, endpoint-changed dangerous
endpoint-discovery-changed dangerous, endpoint-parameters-changed dangerous, envelope-changed breaking
error-added dangerous, error-removed safe, error-field-added safe, error-field-removed breaking
error-code-changed breaking, error-status-changed breaking, error-fault-changed dangerous, error-retry-changed dangerous
field-added safe, choice-added safe/dangerous, required-field-added breaking, field-removed breaking
type-changed breaking, required-added breaking/safe, required-removed safe/dangerous
enum-added breaking/safe, enum-removed safe/dangerous, enum-value-added safe/dangerous, enum-value-removed breaking/safe
min-tightened breaking/safe, max-tightened dangerous/safe, pattern-tightened dangerous/safe
min-relaxed safe/dangerous, max-relaxed safe/dangerous, pattern-relaxed safe
default-added dangerous, default-removed dangerous, default-changed dangerous
streaming-changed breaking, union-changed breaking/dangerous, idempotency-added safe, idempotency-removed breaking/safe
sensitive-added docs, sensitive-removed dangerous, field-deprecated dangerous, field-undeprecated safe
field-deprecation-changed docs, shape-deprecated dangerous, shape-undeprecated safe, shape-deprecation-changed docs
location-changed breaking, wire-name-changed breaking, xml-changed breaking, xml-order-changed dangerous
payload-changed breaking, timestamp-format-changed breaking, event-changed breaking, nullability-changed dangerous
sparse-changed breaking, host-label-changed dangerous, length-required-changed dangerous
endpoint-parameter-changed dangerous, paginator-added safe, paginator-removed breaking
waiter-added safe, waiter-removed breaking
client-context-param-added safe, client-context-param-removed breaking, client-context-param-changed breaking
endpoint-rules-changed dangerous, trait-added docs, trait-changed docs, trait-removed docs`;

const levels = new Map(
  table
    .split(/[,\n]/)
    .map((entry) => entry.trim().split(' '))
    .filter(([kind]) => kind !== '')
    .map(([kind = '', level = '']) => [kind, level.split('/')]),
);

/** The severity of a kind; throws on a kind that the catalogue does not have. */
export function levelOf(kind: string, direction: 'request' | 'response' | ''): string {
  const level = levels.get(kind);
  if (level === undefined) throw new Error(`Unexpected kind \`${kind}\`, expected one of the catalogue`);
  return (direction === 'response' ? level[1] : level[0]) ?? (level[0] as string);
}
