/** The facts that service models can state. */
import type { Fact } from '../../../model/index.ts';
import type { StatableFacts } from '../dialect.ts';

/** The facts of a model in the form before 0.64: it could not state deprecation, tokens, HTTP and settings. */
const always = [
  'all-operations',
  'fields',
  'types',
  'wire-types',
  'key-types',
  'enums',
  'required',
  'errors',
  'constraints',
  'streaming',
  'documentation',
] as const satisfies readonly Fact[];

/** The facts that every model in today's form can state. */
export const modelFacts = [
  ...always,
  'response-required',
  'error-shapes',
  'shape-names',
  'defaults',
  'operation-deprecation',
  'member-deprecation',
  'idempotency',
  'sensitive',
  'unions',
  'http',
  'auth',
  'metadata',
  'client-context',
  'client-context-all',
] as const satisfies readonly Fact[];

const ofFilesBeside = [
  'paginators',
  'paginator-details',
  'waiters',
  'waiter-details',
  'endpoint-rules',
  'examples',
] as const satisfies readonly Fact[];

export const serviceModelFacts = {
  always,
  sometimes: [...modelFacts.slice(always.length), ...ofFilesBeside],
} as const satisfies StatableFacts;
