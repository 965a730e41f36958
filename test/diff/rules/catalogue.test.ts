/**
 * The catalogue of kinds, row by row: each has its rules. Not in it: another order, which means nothing to a caller; and
 * other names of equal shapes, which nobody sees.
 */
import { expect, test } from 'vitest';
import { rules } from '../../../src/diff/index.ts';

/** What can happen to an API, and the kinds that tell it. */
const rows: Readonly<Record<string, string>> = {
  'a service comes, goes, gets another name': 'service-added service-removed service-renamed',
  'a service is deprecated, or not any more': 'service-deprecated service-undeprecated service-deprecation-changed',
  'an API version comes, goes': 'api-version-added api-version-removed',
  'an operation comes, goes, has another name on the wire': 'operation-added operation-removed operation-renamed',
  'an input or output comes, goes, is another': 'field-added field-removed required-field-added',
  'an operation gains, loses an error': 'error-added error-removed',
  'an error gains, loses a field': 'error-field-added error-field-removed error-field-changed',
  'an error has another code, status, fault, retry':
    'error-code-changed error-status-changed error-fault-changed error-retry-changed',
  'a field comes, optional or required': 'field-added required-field-added',
  'a field goes': 'field-removed',
  'a field becomes required, optional': 'required-added required-removed',
  'a type is another, wider, narrower; an item, a key, a value': 'type-changed',
  'a list may hold nulls': 'sparse-changed',
  'a value of an enum comes, goes': 'enum-value-added enum-value-removed',
  'an enum comes, goes': 'enum-added enum-removed',
  'a choice of a union comes, goes': 'field-added field-removed',
  'a structure becomes a union, and back': 'union-changed',
  'a limit comes, goes, is another': 'constraint-tightened constraint-relaxed',
  'a default comes, goes, is another': 'default-added default-removed default-changed',
  'a value may be null': 'nullability-changed',
  'a field is deprecated, or not any more; in other words':
    'field-deprecated field-undeprecated field-deprecation-changed',
  'a shape is deprecated, or not any more; in other words':
    'shape-deprecated shape-undeprecated shape-deprecation-changed',
  'an operation is deprecated, or not any more; in other words':
    'operation-deprecated operation-undeprecated operation-deprecation-changed',
  'a description comes, goes, is another, links elsewhere':
    'documentation-added documentation-removed documentation-changed documentation-links-changed',
  'a paginator comes, goes, is another': 'paginator-added paginator-removed paginator-changed',
  'a waiter comes, goes, is another': 'waiter-added waiter-removed waiter-changed',
  'a stream is one, or not any more; an event': 'streaming-changed type-changed event-changed field-added',
  'a length, a signature, a checksum, a compression of bodies':
    'length-required-changed payload-signing-changed checksum-changed compression-changed',
  'a token of idempotency comes, goes': 'idempotency-added idempotency-removed',
  'an operation promises to be idempotent, read-only':
    'idempotent-added idempotent-removed readonly-added readonly-removed',
  'a value is sensitive, or not any more': 'sensitive-added sensitive-removed',
  'requests are signed in another way': 'auth-changed signing-changed',
  'a message travels in another way':
    'http-changed location-changed wire-name-changed payload-changed envelope-changed xml-changed xml-order-changed timestamp-format-changed',
  'another host is called':
    'endpoint-rules-changed endpoint-changed host-label-changed endpoint-discovery-changed service-endpoint-changed endpoint-parameter-changed endpoint-parameters-changed',
  'a client takes other settings':
    'client-context-param-added client-context-param-removed client-context-param-changed',
  'another protocol is spoken': 'protocol-changed',
  'JSON in a header, a document': 'type-changed',
  'a service is called by another name, or says something else of itself': 'service-name-changed metadata-changed',
  'the model states what nobody knows yet': 'trait-added trait-changed trait-removed',
  'examples are others': 'examples-changed',
};

test('every kind of the catalogue is a rule, and every rule is in the catalogue', () => {
  const told = new Set(Object.values(rows).flatMap((kinds) => kinds.split(' ')));
  expect([...told].sort()).toEqual([...new Set(rules.map(({ id }) => id))].sort());
});

test('descriptions, sentences and examples are there for people', () => {
  for (const rule of rules) {
    expect(rule.description, rule.id).toMatch(/^[A-Z].*\.$/s);
    expect(rule.description.length, rule.id).toBeGreaterThan(25);
  }
});

test('every rule says in a sentence what it is about', () => {
  for (const { id, description, advice } of rules) {
    expect(description, id).toMatch(/^[A-Z`].{10,}\.$/s);
    if (advice !== undefined) expect(String(advice), id).toMatch(/\w{3}/);
  }
});
